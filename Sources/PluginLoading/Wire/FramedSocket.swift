import Files
import Foundation

/// One end of a connection between the program and its child, on which messages go with their length before them.
///
/// A socket rather than two pipes: writing to a child that has ended is then an error and not a signal that ends us.
struct FramedSocket: Sendable {
    let descriptor: Int32

    /// The greatest message [bytes]: a document, or the answers to a million masses.
    static let greatestMessage = 64 << 20

    /// Why nothing more goes through it.
    enum Failure: Error, Hashable {
        /// The other end is closed, or the process that answered on it has ended.
        case closed
        case tooLate
        /// A length that no message has.
        case unusableLength
    }

    /// Two ends; neither is passed on to a program that is started, nor takes the place of a standard stream that is
    /// closed, to which a result would else be written.
    static func pair() throws(SystemError) -> (FramedSocket, FramedSocket) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .init(code: errno) }
        defer { for end in ends { Foundation.close(end) } }
        let first = try aboveStandardStreams(ends[0])
        do throws(SystemError) { return (first, try aboveStandardStreams(ends[1])) } catch {
            first.close()
            throw error
        }
    }

    private static func aboveStandardStreams(_ end: Int32) throws(SystemError) -> FramedSocket {
        let descriptor = fcntl(end, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        guard descriptor >= 0 else { throw .init(code: errno) }
        return FramedSocket(descriptor: descriptor)
    }

    func close() { Foundation.close(descriptor) }

    /// - Parameters:
    ///   - deadline: nil to wait as long as it takes.
    ///   - child: the process at the other end, whose end ends the waiting even where one that it started holds that open.
    func send(
        _ message: [UInt8], until deadline: ContinuousClock.Instant? = nil, orEndOf child: pid_t? = nil
    ) throws(Failure) {
        var length = UInt32(message.count).littleEndian
        let frame = withUnsafeBytes(of: &length) { Array($0) } + message
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
                return Foundation.send(
                    descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 { sent += count } else { try wait(for: POLLOUT, until: deadline, orEndOf: child) }
        }
    }

    /// - Parameters: as those of ``send(_:until:orEndOf:)``.
    func receive(
        until deadline: ContinuousClock.Instant? = nil, orEndOf child: pid_t? = nil
    ) throws(Failure) -> [UInt8] {
        let length = try receive(4, until: deadline, orEndOf: child).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.greatestMessage else { throw .unusableLength }
        return try receive(length, until: deadline, orEndOf: child)
    }

    private func receive(
        _ count: Int, until deadline: ContinuousClock.Instant?, orEndOf child: pid_t?
    ) throws(Failure) -> [UInt8] {
        // Memory grows with what comes, not with what was announced.
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: min(count, 1 << 16))
        while bytes.count < count {
            let got = recv(descriptor, &chunk, min(chunk.count, count - bytes.count), Int32(MSG_DONTWAIT))
            if got > 0 {
                bytes.append(contentsOf: chunk[..<got])
            } else if got == 0 {
                throw .closed
            } else {
                try wait(for: POLLIN, until: deadline, orEndOf: child)
            }
        }
        return bytes
    }

    /// Called after a call that did nothing: waits until it may do something.
    private func wait(
        for event: Int32, until deadline: ContinuousClock.Instant?, orEndOf child: pid_t?
    ) throws(Failure) {
        guard errno == EAGAIN || errno == EINTR else { throw .closed }
        var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        var milliseconds: Int32 = child == nil ? -1 : Self.patience
        if let deadline {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .tooLate }
            milliseconds = Int32(min(child == nil ? 60_000 : Double(Self.patience), left / .milliseconds(1) + 1))
        }
        guard Foundation.poll(&poll, 1, milliseconds) == 0, let child, Self.hasEnded(child) else { return }
        throw .closed
    }

    /// How long nothing has to come before it is looked whether the process at the other end is still there [ms].
    private static let patience: Int32 = 100

    /// Whether a child of this process has ended; it is left for `waitpid` to collect.
    private static func hasEnded(_ child: pid_t) -> Bool {
        var found = siginfo_t()
        let options = WEXITED | WNOHANG | WNOWAIT
        return waitid(P_PID, id_t(child), &found, options) == 0 && found.si_signo == SIGCHLD
    }
}
