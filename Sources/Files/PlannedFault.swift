import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a test wants the program to be killed, or a call of the system to fail.
///
/// Every call of this module that changes what is on the disk is a step, counted from 1. `MUTAU_STOP_AT=7` kills the
/// program at the seventh, before it is done, `MUTAU_STOP_AT=7:15` by that signal instead; `MUTAU_FAIL_AT=7:28` has the seventh fail with that number of `errno`,
/// `7+:28` every one from there on. A write is done by half before either. Programs as they are released have it too:
/// what is tested is what is used.
struct PlannedFault: Sendable, Hashable {
    private var step: Int
    /// With what the step fails; nil: the program is ended.
    private var code: Int32?
    /// By what it is ended.
    private var signal = SIGKILL
    /// Whether all later steps fail likewise.
    private var lasts = false

    /// What the environment asks for; nil, as a rule.
    static let ofProgram = PlannedFault(stopAt: variable("MUTAU_STOP_AT"), failAt: variable("MUTAU_FAIL_AT"))

    private static let passed = Atomic(0)

    init?(stopAt: String?, failAt: String?) {
        let stop = (stopAt ?? "").split(separator: ":", omittingEmptySubsequences: false)
        if let step = Int(stop[0]), let signal = stop.count == 1 ? SIGKILL : Int32(stop[1]), stop.count <= 2 {
            (self.step, self.signal) = (step, signal)
            return
        }
        let parts = (failAt ?? "").split(separator: ":")
        guard parts.count == 2, let code = Int32(parts[1]) else { return nil }
        lasts = parts[0].hasSuffix("+")
        guard let step = Int(lasts ? parts[0].dropLast() : parts[0]) else { return nil }
        (self.step, self.code) = (step, code)
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Counts a step, and kills the program or fails if it is the one.
    /// - Parameter half: does what is done by half before.
    func meet(_ half: () -> Void) throws(SystemError) {
        try meet(step: Self.passed.add(1, ordering: .relaxed).newValue, half)
    }

    func meet(step number: Int, _ half: () -> Void) throws(SystemError) {
        guard number == step || lasts && number > step else { return }
        half()
        guard let code else {
            kill(getpid(), signal)
            // Nobody outlives that, though others may have something to put in order before.
            while true { pause() }
        }
        throw SystemError(code: code)
    }
}
