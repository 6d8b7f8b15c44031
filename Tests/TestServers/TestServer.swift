import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A web server on this machine that answers as it is told: each path has its replies, used one after the other, the
/// last for ever.
public final class TestServer: Sendable {
    public struct Request: Sendable {
        public var path: String
        /// With names in small letters.
        public var headers: [String: String]
    }

    public struct Failure: Error { var code: Int32 }

    public let port: UInt16
    private let identity: TLSIdentity?
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var replies: [String: [Reply]] = [:]
        var makers: [String: @Sendable (Int) -> Reply] = [:]
        var requests: [Request] = []
    }

    public var base: String { "\(identity == nil ? "http" : "https")://127.0.0.1:\(port)" }
    public var requests: [Request] { state.withLock { $0.requests } }
    public func requests(to path: String) -> [Request] { requests.filter { $0.path == path } }

    /// - Parameters:
    ///   - identity: speaks TLS, by showing this.
    ///   - answers: false: connections stand, and nobody ever takes them up.
    public init(_ replies: [String: [Reply]] = [:], identity: TLSIdentity? = nil, answers: Bool = true) throws {
        self.identity = identity
        // A client that goes early would otherwise end the tests.
        signal(SIGPIPE, SIG_IGN)
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard bound else { throw Failure(code: errno) }
        port = UInt16(bigEndian: address.sin_port)
        state.withLock { $0.replies = replies }
        guard answers else { return }
        let accepting = self.listener
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(accepting, nil, nil)
                guard connection >= 0 else {
                    // Only here: were it closed while this thread still waits, the next file to be opened would get
                    // its number, and this thread would take that one's connections.
                    close(accepting)
                    return
                }
                guard let server = self else {
                    close(connection)
                    return
                }
                Thread.detachNewThread { server.serve(connection) }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// Replaces the replies of a path.
    public func replies(to path: String, _ replies: [Reply]) { state.withLock { $0.replies[path] = replies } }

    public func reply(to path: String, _ replies: Reply...) { self.replies(to: path, replies) }

    /// Makes every reply of a path anew, from the number of requests that were made of the server.
    public func reply(to path: String, _ maker: @escaping @Sendable (Int) -> Reply) {
        state.withLock { $0.makers[path] = maker }
    }

    private func serve(_ descriptor: Int32) {
        defer { close(descriptor) }
        guard let connection = Connection(descriptor, identity) else { return }
        defer { connection.close() }
        guard let request = Self.readRequest(connection) else { return }
        let reply = state.withLock { state -> Reply in
            state.requests.append(request)
            if let maker = state.makers[request.path] { return maker(state.requests.count) }
            var replies = state.replies[request.path] ?? []
            let reply = replies.first ?? .status(404)
            if replies.count > 1 { replies.removeFirst() }
            state.replies[request.path] = replies
            return reply
        }
        reply.send(to: connection, request)
    }

    private static func readRequest(_ connection: Connection) -> Request? {
        var text = ""
        while !text.contains("\r\n\r\n") {
            let piece = connection.read(upTo: 4096)
            // The first byte of a TLS handshake is 22: a server without TLS can't do that, and says so by hanging up.
            guard let first = piece.first, first != 22 else { return nil }
            text += String(decoding: piece, as: UTF8.self)
        }
        let lines = text.components(separatedBy: "\r\n")
        let path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces)
        }
        return Request(path: path, headers: headers)
    }
}
