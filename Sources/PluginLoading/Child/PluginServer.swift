import CPluginABI
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation

/// The child process: it loads plugins, and answers what it is asked about their bounds.
///
/// It holds the only foreign code there is, and so may be ended by it at any time; the program that asks knows what to
/// do then.
public struct PluginServer {
    /// The first argument of a program that is to be such a child.
    public static let command = "plugin-child"

    /// What requests and answers are written in. It is told to the child, who may be a program of another version than a library
    /// that asks: to be raised with every change of what is written.
    static let language = "language-1"
    /// The status of a child that speaks another.
    static let otherLanguage: Int32 = 76

    /// Where the child finds its end of the connection.
    static let descriptor: Int32 = 3

    private let socket: FramedSocket
    private let wording: (any Error) -> String
    private var plugins: [UInt32: LoadedPlugin] = [:]
    private var bounds: [any CouplingBound] = []

    /// Serves until the program that asks is gone.
    ///
    /// - Parameters:
    ///   - arguments: those after ``command``: the greatest address space, and how much of it in use tells that a crash
    ///     is for lack of it [bytes]; and ``language``.
    ///   - wording: what an error is to be called.
    public static func run(arguments: [String], wording: @escaping (any Error) -> String) -> Never {
        // A crash is an ordinary event here: no core, and no word from the runtime that would look like one of ours.
        limit(RLIMIT_CORE, to: 0)
        guard arguments.last == language else { _exit(otherLanguage) }
        let bytes = arguments.compactMap { Int($0) }
        if bytes.count == 2 {
            limit(RLIMIT_AS, to: rlim_t(bytes[0]))
            mutau_tell_lack_of_memory(bytes[1])
        }
        mutau_keep_to_itself()
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        ParentWatch.start(on: descriptor)
        var server = PluginServer(socket: FramedSocket(descriptor: descriptor), wording: wording)
        server.serve()
    }

    private static func limit(_ resource: __rlimit_resource, to value: rlim_t) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    private init(socket: FramedSocket, wording: @escaping (any Error) -> String) {
        self.socket = socket
        self.wording = wording
    }

    private mutating func serve() -> Never {
        while true {
            do throws(FramedSocket.Failure) {
                let request = try socket.receive()
                try socket.send(answer(request))
            } catch { _exit(0) }
        }
    }

    private mutating func answer(_ bytes: [UInt8]) -> [UInt8] {
        do {
            return try answer(PluginRequest(bytes))
        } catch {
            return PluginAnswer.failure(wording(error))
        }
    }

    private mutating func answer(_ request: PluginRequest) throws -> [UInt8] {
        switch request {
        case .load(let number, let path, let registration):
            let plugin = try LoadedPlugin(path: path, registration)
            plugins[number] = plugin
            return PluginAnswer.success { $0.put(all: plugin.stems) { $0.put($1) } }
        case .prepare(let number, let stem, let contents, let conventions):
            let document = try readDocument(contents, name: "\(stem).vot").document
            guard let plugin = plugins[number] else { throw PluginFault.unusable(.notLoaded) }
            let bound = try plugin.bound(document, conventions)
            bounds.append(bound)
            let prepared = PreparedBound(
                handle: UInt32(bounds.count - 1), hasLikelihood: bound is any LikelihoodBound,
                massEdge: (bound as? any MassBound)?.massEdge)
            return PluginAnswer.success { $0.put(prepared) }
        case .boundaries(let handle, let masses):
            let answers = try answers(of: bound(handle), along: masses)
            return PluginAnswer.success { $0.put(all: answers) { $0.put($1, wording) } }
        case .logLikelihood(let handle, let mass, let coupling):
            guard let bound = try bound(handle) as? any LikelihoodBound else {
                throw PluginFault.unusable(.noLikelihood)
            }
            let value = try bound.logLikelihood(at: mass, coupling: coupling)
            return PluginAnswer.success { $0.put(value) }
        case .conform(let handle, let known):
            let findings = ConstraintConformance(try bound(handle), known: known).faults()
                .map { ConformanceFinding($0, wording) }
            return PluginAnswer.success { $0.put(all: findings) { $0.put($1) } }
        }
    }

    private func bound(_ handle: UInt32) throws(PluginFault) -> any CouplingBound {
        guard bounds.indices.contains(Int(handle)) else { throw .unusable(.noSuchBound) }
        return bounds[Int(handle)]
    }

    /// One bad mass must not cost the others: where the row as a whole can't be had, each is asked for alone.
    private func answers(of bound: any CouplingBound, along masses: [Mass]) throws -> [MassAnswer] {
        let row = try MassRow(masses)
        do {
            let together = try bound.boundaries(along: row)
            guard together.count == row.count else {
                throw PluginFault.nonsense(.answers(together.count, masses: row.count))
            }
            return together.map { .success($0) }
        } catch let fault as PluginFault where fault.isNonsense {
            return row.map { _ in .failure(fault) }
        } catch {
            return row.map { mass in
                do { return .success(try bound.boundary(at: mass)) } catch { return .failure(.failed(wording(error))) }
            }
        }
    }
}

extension PluginFault {
    fileprivate var isNonsense: Bool {
        if case .nonsense = self { return true }
        return false
    }
}
