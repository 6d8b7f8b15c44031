import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the test server answers one request.
public enum Reply: Sendable {
    case bytes([UInt8])
    /// 304 where the request names this tag, else 200 with it.
    case conditional(tag: String, body: [UInt8])
    /// Nothing at all, until the client goes.
    case silence
    /// The head of an answer, then a byte a fifth of a second.
    case trickle
    /// Bytes without end.
    case endless
    /// A header without end.
    case endlessHeader
    /// The connection is reset.
    case reset

    public static func status(_ status: Int, headers: [String] = [], body: [UInt8] = []) -> Reply {
        let head = ["HTTP/1.1 \(status) Test", "Connection: close", "Content-Length: \(body.count)"] + headers
        return .bytes(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    public static func ok(_ body: [UInt8], headers: [String] = []) -> Reply {
        .status(200, headers: headers, body: body)
    }

    /// A body that is shorter or longer than announced.
    public static func announcing(_ length: Int, body: [UInt8]) -> Reply {
        .bytes(Array("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(length)\r\n\r\n".utf8) + body)
    }

    public static func redirect(_ status: Int = 302, to location: String) -> Reply {
        .status(status, headers: ["Location: \(location)"])
    }

    func send(to connection: Connection, _ request: TestServer.Request) {
        switch self {
        case .bytes(let bytes): connection.write(bytes)
        case .conditional(let tag, let body):
            let isKnown = request.headers["if-none-match"] == tag
            let reply = Reply.status(isKnown ? 304 : 200, headers: ["ETag: \(tag)"], body: isKnown ? [] : body)
            reply.send(to: connection, request)
        case .silence: while !connection.read(upTo: 1).isEmpty {}
        case .trickle:
            guard connection.write(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)) else { return }
            while connection.write([0x20]) { usleep(200_000) }
        case .endless:
            let block = [UInt8](repeating: 0x20, count: 1 << 16)
            Self.write(Array("HTTP/1.1 200 OK\r\n\r\n".utf8), thenForEver: block, to: connection)
        case .endlessHeader:
            let line = Array("X-Header: \(String(repeating: "x", count: 1000))\r\n".utf8)
            Self.write(Array("HTTP/1.1 200 OK\r\n".utf8), thenForEver: line, to: connection)
        case .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                connection.descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        }
    }

    private static func write(_ head: [UInt8], thenForEver block: [UInt8], to connection: Connection) {
        guard connection.write(head) else { return }
        while connection.write(block) {}
    }
}

/// gzip without compression (stored blocks), for bodies below 64 kB.
public func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian, Array.init)
    }
    var crc = UInt32.max
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    let length = UInt16(bytes.count)
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    return head + [1] + littleEndian(length) + littleEndian(~length) + bytes + littleEndian(~crc)
        + littleEndian(UInt32(bytes.count))
}
