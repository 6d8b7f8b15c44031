import ConstraintKit
import CurveArchive
import Synchronization

/// Asks the code of plugins, which runs in a child process, and goes on without a plugin that misbehaves.
///
/// All plugins share one child. Requests go one by one, and so whoever is asked when the child ends is the first to be
/// suspected. It is asked again in a child of its own: if that ends too the plugin is out; if not, another one's thread
/// was at work, and from then on no two plugins are in a child together.
final class PluginHost: Sendable {
    /// A plugin in the host's books.
    struct Entry: Sendable {
        let plugin: ExaminedPlugin
        /// Why it is not asked any more.
        var fault: PluginFault?
    }

    private struct State: Sendable {
        var child: PluginProcess?
        /// Counts the children, by which a handle knows that it is of an earlier one.
        var generation = 0
        /// Of the entries, in this child.
        var loaded: Set<Int> = []
        var isolates = false
        var entries: [Entry] = []
        /// The bounds that have had their line.
        var told: Set<String> = []
    }

    private let program: String
    private let limits: PluginLimits
    private let showsOutput: Bool
    private let report: @Sendable (PluginProblem) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - program: this one, or in a test the one it stands for.
    ///   - report: told once of a plugin that is out.
    init(
        program: String, limits: PluginLimits, showsOutput: Bool, report: @escaping @Sendable (PluginProblem) -> Void
    ) {
        self.program = program
        self.limits = limits
        self.showsOutput = showsOutput
        self.report = report
    }

    /// Starts the child ahead of the first request, which then need not wait for it.
    func start() {
        state.withLock { state in
            // Where it can't be started the first request says so.
            do throws(PluginFault) { try startChild(&state) } catch {}
        }
    }

    /// Takes a plugin in.
    /// - Returns: its number.
    func add(_ plugin: ExaminedPlugin) -> Int {
        state.withLock { state in
            state.entries.append(Entry(plugin: plugin))
            return state.entries.count - 1
        }
    }

    /// Leaves a plugin out from now on.
    func dismiss(_ number: Int, _ fault: PluginFault) { state.withLock { $0.entries[number].fault = fault } }

    /// The stems a plugin serves. What is wrong with one here is for the caller to tell.
    func stems(of number: Int) throws(PluginFault) -> [String] {
        try exchange(with: number, reports: false) { state throws(PluginFault) in
            try load(number, &state)
        }
    }

    /// A request to a bound, which is made from its document where this child does not have it yet.
    func answer<Value: Sendable>(
        _ bound: PluginBound.Recipe, _ handle: borrowing Mutex<PluginBound.Handle?>,
        _ request: (UInt32) -> PluginRequest, _ value: (inout WireReader) throws(WireError) -> Value
    ) throws(PluginFault) -> Value {
        // Within one request nothing else is asked, so the handle's lock is never waited for.
        try exchange(with: bound.plugin) { state throws(PluginFault) in
            let current = handle.withLock { $0 }
            let number: UInt32
            if let current, current.generation == state.generation {
                number = current.number
            } else {
                number = try prepare(bound, &state).handle
                let fresh = PluginBound.Handle(generation: state.generation, number: number)
                handle.withLock { $0 = fresh }
            }
            return try ask(request(number), &state, value)
        }
    }

    /// Makes a bound from its document.
    func prepare(_ bound: PluginBound.Recipe) throws(PluginFault) -> (PreparedBound, PluginBound.Handle) {
        try exchange(with: bound.plugin) { state throws(PluginFault) in
            let prepared = try prepare(bound, &state)
            return (prepared, .init(generation: state.generation, number: prepared.handle))
        }
    }

    /// Tells the user of a bound that fails, while its plugin goes on: one line, however often it is made and asked. Of two
    /// plugins none serves the other's stem.
    func complain(of bound: PluginBound.Recipe, _ fault: PluginFault) {
        guard state.withLock({ $0.told.insert(bound.stem).inserted }) else { return }
        report(PluginProblem(file: bound.file, stem: bound.stem, reason: .fault(fault)))
    }

    // MARK: One exchange

    private func exchange<Value: Sendable>(
        with number: Int, reports: Bool = true, _ work: (inout State) throws(PluginFault) -> Value
    ) throws(PluginFault) -> Value {
        let (outcome, dismissed) = state.withLock { state in
            let wasAsked = state.entries[number].fault == nil
            let outcome = attempt(with: number, &state, work)
            return (outcome, wasAsked && state.entries[number].fault != nil ? state.entries[number].plugin : nil)
        }
        do throws(PluginFault) { return try outcome.get() } catch {
            if reports, let dismissed { report(PluginProblem(file: dismissed.file, reason: .fault(error))) }
            throw error
        }
    }

    private func attempt<Value: Sendable>(
        with number: Int, _ state: inout State, _ work: (inout State) throws(PluginFault) -> Value
    ) -> Result<Value, PluginFault> {
        var isSecond = false
        while true {
            if let fault = state.entries[number].fault { return .failure(fault) }
            if state.isolates, !state.loaded.isSubset(of: [number]) { endChild(&state) }
            let fault: PluginFault
            do throws(PluginFault) {
                try startChild(&state)
                return .success(try work(&state))
            } catch { fault = error }
            // Where the plugin said no, or the system did, the child is none the worse.
            guard fault.endsTheChild else { return .failure(fault) }
            let others = state.loaded.subtracting([number])
            endChild(&state)
            if others.isEmpty || fault.isCertain {
                // Seen twice to be this one: the others may share a child again.
                if isSecond { state.isolates = false }
                state.entries[number].fault = fault
                return .failure(fault)
            }
            state.isolates = true
            isSecond = true
        }
    }

    private func startChild(_ state: inout State) throws(PluginFault) {
        guard state.child == nil else { return }
        do {
            state.child = try PluginProcess(program: program, limits: limits, showsOutput: showsOutput)
        } catch { throw .noChild(error) }
        state.generation += 1
        state.loaded = []
    }

    private func endChild(_ state: inout State) {
        state.child = nil
        state.loaded = []
    }

    private func ask<Value>(
        _ request: PluginRequest, _ state: inout State, _ value: (inout WireReader) throws(WireError) -> Value
    ) throws(PluginFault) -> Value {
        guard let child = state.child else { throw .noChild(.init(code: 0)) }
        return try PluginAnswer.read(try child.answer(to: request.bytes), value)
    }

    private func load(_ number: Int, _ state: inout State) throws(PluginFault) -> [String] {
        // It counts as being there before it is: its initialisers run as it is loaded.
        state.loaded.insert(number)
        let plugin = state.entries[number].plugin
        let request = PluginRequest.load(number: UInt32(number), path: plugin.file.path, plugin.registration)
        return try ask(request, &state) { reader throws(WireError) in
            try reader.all { reader throws(WireError) in try reader.text() }
        }
    }

    private func prepare(_ bound: PluginBound.Recipe, _ state: inout State) throws(PluginFault) -> PreparedBound {
        if !state.loaded.contains(bound.plugin) { _ = try load(bound.plugin, &state) }
        let request = PluginRequest.prepare(
            number: UInt32(bound.plugin), stem: bound.stem, document: bound.document, bound.conventions)
        return try ask(request, &state) { reader throws(WireError) in try reader.preparedBound() }
    }
}

extension PluginFault {
    /// Whether the child is of no further use after it.
    var endsTheChild: Bool {
        switch self {
        case .crashed, .exited, .tookTooLong, .outOfMemory, .nonsense: true
        case .failed, .unusable, .noChild: false
        }
    }

    /// Whether nobody but the plugin that was asked can be behind it.
    fileprivate var isCertain: Bool {
        if case .tookTooLong = self { return true }
        return false
    }
}
