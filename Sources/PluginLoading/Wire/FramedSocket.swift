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
        /// The other end is closed.
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

    /// - Parameter deadline: nil to wait as long as it takes.
    func send(_ message: [UInt8], until deadline: ContinuousClock.Instant? = nil) throws(Failure) {
        var length = UInt32(message.count).littleEndian
        let frame = withUnsafeBytes(of: &length) { Array($0) } + message
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
                return Foundation.send(
                    descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 { sent += count } else { try wait(for: POLLOUT, until: deadline) }
        }
    }

    func receive(until deadline: ContinuousClock.Instant? = nil) throws(Failure) -> [UInt8] {
        let length = try receive(4, until: deadline).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.greatestMessage else { throw .unusableLength }
        return try receive(length, until: deadline)
    }

    private func receive(_ count: Int, until deadline: ContinuousClock.Instant?) throws(Failure) -> [UInt8] {
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
                try wait(for: POLLIN, until: deadline)
            }
        }
        return bytes
    }

    /// Called after a call that did nothing: waits until it may do something.
    private func wait(for event: Int32, until deadline: ContinuousClock.Instant?) throws(Failure) {
        guard errno == EAGAIN || errno == EINTR else { throw .closed }
        var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        var milliseconds: Int32 = -1
        if let deadline {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .tooLate }
            milliseconds = Int32(min(60_000, left / .milliseconds(1) + 1))
        }
        _ = Foundation.poll(&poll, 1, milliseconds)
    }
}
