import CPluginABI
import Files
import Foundation
import Synchronization

/// The running child: one process for the code of all plugins.
final class PluginProcess: Sendable {
    private let identifier: pid_t
    private let socket: FramedSocket
    private let limits: PluginLimits
    private let hasEnded = Atomic(false)

    /// - Parameter showsOutput: whether what plugins print appears on standard error; otherwise it is lost.
    init(program: String, limits: PluginLimits, showsOutput: Bool) throws(SystemError) {
        let (ours, theirs) = try FramedSocket.pair()
        defer { theirs.close() }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, theirs.descriptor, PluginServer.descriptor)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        if showsOutput {
            posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        // A group of its own, so that whatever a plugin starts can be ended with it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Whichever thread starts it, for those of a queue hold most signals back, and a child would inherit that.
        var heldBack = sigset_t()
        sigemptyset(&heldBack)
        posix_spawnattr_setsigmask(&attributes, &heldBack)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        let arguments: [String] = [
            program, PluginServer.command, String(limits.memory), String(limits.mostOfMemory),
            PluginServer.language,
        ]
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + environment { free(word) } }
        // Before there is a process that could look into this one. A process that only uses the library is not ours to close.
        if program == Plugins.ownProgram { mutau_keep_others_out() }
        var identifier: pid_t = 0
        let failure = posix_spawn(&identifier, program, &actions, &attributes, &words, &environment)
        guard failure == 0 else {
            ours.close()
            throw .init(code: failure)
        }
        self.identifier = identifier
        self.limits = limits
        socket = ours
    }

    /// That of the program, without the runtime's account of a crash, which takes a second to write.
    private static var environment: [String: String] {
        ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    }

    /// Sends a request and waits for the answer.
    /// - Throws: what became of the child; it is of no further use.
    func answer(to request: [UInt8]) throws(PluginFault) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(limits.seconds)
        do throws(FramedSocket.Failure) {
            try socket.send(request, until: deadline, orEndOf: identifier)
            return try socket.receive(until: deadline, orEndOf: identifier)
        } catch {
            switch error {
            case .tooLate: throw bytesInUse > limits.mostOfMemory ? lacksMemory : .tookTooLong(seconds: limits.seconds)
            case .unusableLength: throw .nonsense(.noMessage)
            case .closed: throw end()
            }
        }
    }

    private var lacksMemory: PluginFault { .outOfMemory(limit: limits.memory) }

    /// The child's address space; 0 where it can't be told.
    private var bytesInUse: Int {
        let counts = try? String(contentsOfFile: "/proc/\(identifier)/statm", encoding: .utf8)
        return (counts?.split(separator: " ").first.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Waits for a child that closed its end, and says what became of it.
    private func end() -> PluginFault {
        let patience = ContinuousClock.now + .seconds(1)
        var status: Int32 = 0
        while true {
            let found = waitpid(identifier, &status, WNOHANG)
            if found == identifier { break }
            guard found == 0 || errno == EINTR, ContinuousClock.now < patience else {
                return .nonsense(.closedConnection)
            }
            usleep(500)
        }
        hasEnded.store(true, ordering: .relaxed)
        let signal = status & 0x7F
        if signal == SIGXCPU { return lacksMemory }
        return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .crashed(signal: signal)
    }

    deinit {
        socket.close()
        // The group, so that nothing a plugin started is left; it has the child's number even when that has ended.
        kill(-identifier, SIGKILL)
        guard !hasEnded.load(ordering: .relaxed) else { return }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }
}
