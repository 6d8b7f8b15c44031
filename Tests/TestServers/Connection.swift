import CSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A client that has called, over TLS or not.
struct Connection {
    let descriptor: Int32
    /// The session, where there is TLS.
    private let session: OpaquePointer?

    /// - Returns: nil where the client refuses the certificate, or speaks no TLS.
    init?(_ descriptor: Int32, _ identity: TLSIdentity?) {
        self.descriptor = descriptor
        guard let identity else {
            session = nil
            return
        }
        session = identity.session()
        SSL_set_fd(session, descriptor)
        guard SSL_accept(session) == 1 else {
            SSL_free(session)
            return nil
        }
    }

    func close() {
        guard let session else { return }
        SSL_shutdown(session)
        SSL_free(session)
    }

    /// The bytes that have come, at most so many; none once the client has gone.
    func read(upTo count: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        let received =
            if let session { Int(SSL_read(session, &buffer, Int32(count))) } else {
                recv(descriptor, &buffer, count, 0)
            }
        return Array(buffer.prefix(max(0, received)))
    }

    /// - Returns: false once the client has gone.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { piece in
                if let session {
                    Int(SSL_write(session, piece.baseAddress, Int32(piece.count)))
                } else {
                    send(descriptor, piece.baseAddress, piece.count, 0)
                }
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}
