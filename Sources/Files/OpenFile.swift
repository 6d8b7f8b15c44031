#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file or directory; closed at the latest when it goes out of scope.
package struct OpenFile: ~Copyable {
    package let descriptor: Int32

    /// - Parameters:
    ///   - flags: those of `open(2)`; close-on-exec is added, so that no child keeps the file open.
    ///   - mode: permissions of a new file before the user's mask.
    package init(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) {
        if flags & (O_WRONLY | O_RDWR | O_CREAT) != 0 { try Disk.step() }
        var opened: Int32
        repeat { opened = open(path, flags | O_CLOEXEC, mode) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw .current }
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Writes every byte or throws.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try Disk.step { _ = bytes.withUnsafeBytes { Self.writeSome(descriptor, $0[..<(bytes.count / 2)]) } }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Self.writeSome(descriptor, $0[written...]) }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                throw count == 0 ? .init(code: EIO) : .current
            }
        }
    }

    private static func writeSome(_ descriptor: Int32, _ rest: Slice<UnsafeRawBufferPointer>) -> Int {
        let rest = UnsafeRawBufferPointer(rebasing: rest)
        #if canImport(Darwin)
            return Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
            return Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
            return Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
    }

    /// Brings what was written to the device. File systems that have nothing to bring there say EINVAL or ENOTSUP.
    package func synchronise() throws(SystemError) {
        try Disk.step()
        while fsync(descriptor) != 0 {
            switch errno {
            case EINTR: continue
            case EINVAL, ENOTSUP: return
            default: throw .current
            }
        }
    }

    func setPermissions(to mode: mode_t) throws(SystemError) {
        try Disk.step()
        guard fchmod(descriptor, mode) == 0 else { throw .current }
    }

    /// Holds the file for this process alone, which the system lifts when it is closed or the process ends.
    /// - Returns: whether nobody else holds it.
    package func hold() throws(SystemError) -> Bool {
        try Disk.step()
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return false
            default: throw .current
            }
        }
        return true
    }

    /// Lets the next process hold it.
    package borrowing func release() { flock(descriptor, LOCK_UN) }

    /// Closes the file; some file systems only now report that a write failed.
    package consuming func finish() throws(SystemError) {
        let status = close(descriptor)
        let error = SystemError.current
        discard self
        // After EINTR the descriptor is gone on Linux, and another close could hit someone else's.
        guard status == 0 || error.code == EINTR else { throw error }
    }

    /// Up to `limit` bytes and one more, by which a caller knows that there are too many.
    package func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = read(descriptor, &chunk, min(chunk.count, limit + 1 - bytes.count))
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw .current
            }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }
}
