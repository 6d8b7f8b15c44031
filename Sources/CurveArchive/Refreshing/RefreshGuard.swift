import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps a second refresh of the same directory waiting. The system lifts it when the process ends, however it ends.
struct RefreshGuard: ~Copyable {
    static let fileName = ".refreshing"
    private let file: OpenFile

    private init(_ file: consuming OpenFile) { self.file = file }

    /// Waits for its turn.
    /// - Throws: ``RefreshError/busy(path:)`` when another refresh is still at work after `patience`.
    static func taken(in directory: String, patience: Duration) throws(RefreshError) -> RefreshGuard {
        let path = "\(directory)/\(fileName)"
        let file = try openFile(path, in: directory)
        let deadline = ContinuousClock.now + patience
        while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .writing(.cannotCreate(path: path, .current))
            }
            guard .now < deadline else { throw .busy(path: path) }
            usleep(20_000)
        }
        return RefreshGuard(file)
    }

    private static func openFile(_ path: String, in directory: String) throws(RefreshError) -> OpenFile {
        do {
            _ = try makeDirectories(directory)
            return try OpenFile(path, O_RDWR | O_CREAT)
        } catch { throw .writing(.cannotCreate(path: path, error)) }
    }

    /// Lets the next one in.
    borrowing func lift() { flock(file.descriptor, LOCK_UN) }
}
