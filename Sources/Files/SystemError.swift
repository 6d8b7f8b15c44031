#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the operating system said no with.
public struct SystemError: Error, Sendable, Hashable {
    /// Its `errno`.
    public let code: Int32

    public init(code: Int32) { self.code = code }

    /// The error of the call that has just failed on this thread.
    package static var current: SystemError { .init(code: errno) }

    /// That of a file that does not exist.
    package static let missing = SystemError(code: ENOENT)

    /// The system's own words for it, `No space left on device` for instance.
    public var text: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

    /// Whether a file or directory on the way does not exist.
    public var isMissing: Bool { code == ENOENT }

    /// Whether there is no room: a full device, a quota, or a limit on the size of a file.
    public var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}
