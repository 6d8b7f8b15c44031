import Foundation

/// A program started with its standard input, output and errors on our side of three sockets.
///
/// Sockets rather than pipes: writing to a program that has ended must be an error of ours, not a signal that ends us.
/// Several are served in one loop, so that none waits for another and no full buffer stops anything.
final class GnuplotProcess {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []

    private let identifier: pid_t
    private var input: ArraySlice<UInt8>
    private var inputSocket: Int32
    private var outputSocket: Int32
    private var errorSocket: Int32
    private var hasEnded = false

    /// What one figure may weigh; more is not a figure.
    private static let largestOutput = 200_000_000

    init(path: String, arguments: [String], input: [UInt8]) throws(GnuplotError) {
        var ours: [Int32] = []
        var theirs: [Int32] = []
        defer { for socket in theirs { close(socket) } }
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else {
                let number = errno
                for socket in ours { close(socket) }
                throw .notStarted(path: path, errno: number)
            }
            for socket in pair { _ = fcntl(socket, F_SETFD, FD_CLOEXEC) }
            _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
            ours.append(pair[0])
            theirs.append(pair[1])
        }
        let (identifier, failure) = Self.start(path, arguments, sockets: theirs)
        guard failure == 0 else {
            for socket in ours { close(socket) }
            throw .notStarted(path: path, errno: failure)
        }
        self.identifier = identifier
        self.input = input[...]
        (inputSocket, outputSocket, errorSocket) = (ours[0], ours[1], ours[2])
    }

    private static func start(_ path: String, _ arguments: [String], sockets: [Int32]) -> (pid_t, Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, socket) in sockets.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, socket, Int32(number))
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var identifier: pid_t = 0
        let failure = posix_spawn(&identifier, path, &actions, nil, &words, environ)
        return (identifier, failure)
    }

    // MARK: Talking

    /// Waits until any of the programs can be talked to, and does so.
    /// - Returns: nil when all of them have closed their output, false when the deadline has passed.
    static func firstEvent(among children: [GnuplotProcess], until deadline: ContinuousClock.Instant) -> Bool? {
        var polls = children.flatMap(\.polls)
        guard !polls.isEmpty else { return nil }
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return false }
        // Short enough a wait that a deadline is kept to well under a second.
        let milliseconds = Int32(min(200, left.components.seconds * 1000 + 1))
        let count = poll(&polls, nfds_t(polls.count), milliseconds)
        guard count > 0 else { return true }
        for ready in polls where ready.revents != 0 {
            for child in children { child.serve(ready.fd) }
        }
        return true
    }

    private var polls: [pollfd] {
        [(inputSocket, POLLOUT), (outputSocket, POLLIN), (errorSocket, POLLIN)]
            .filter { $0.0 >= 0 }
            .map { pollfd(fd: $0.0, events: Int16($0.1), revents: 0) }
    }

    private func serve(_ socket: Int32) {
        if socket == inputSocket { write() }
        if socket == outputSocket, !Self.read(from: socket, into: &output) { Self.shut(&outputSocket) }
        if socket == errorSocket, !Self.read(from: socket, into: &errors) { Self.shut(&errorSocket) }
    }

    private func write() {
        let sent = input.withUnsafeBytes { send(inputSocket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if sent > 0 { input.removeFirst(sent) }
        let mustWait = sent < 0 && (errno == EAGAIN || errno == EINTR)
        if input.isEmpty || (sent < 0 && !mustWait) { Self.shut(&inputSocket) }
    }

    /// - Returns: whether there may be more.
    private static func read(from socket: Int32, into bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        bytes += buffer.prefix(count)
        return count > 0 && bytes.count < largestOutput
    }

    private static func shut(_ socket: inout Int32) {
        guard socket >= 0 else { return }
        close(socket)
        socket = -1
    }

    // MARK: Ending

    /// - Returns: the exit status; −1 where a signal ended it.
    func waitForExit() -> Int32 {
        guard !hasEnded else { return -1 }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        hasEnded = true
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }

    /// Closes everything; a program that still runs is killed.
    func end() {
        Self.shut(&inputSocket)
        Self.shut(&outputSocket)
        Self.shut(&errorSocket)
        guard !hasEnded else { return }
        kill(identifier, SIGKILL)
        _ = waitForExit()
    }
}
