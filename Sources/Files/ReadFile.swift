#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a file could not be read.
public enum ReadingError: Error, Sendable, Hashable {
    case unreadable(path: String, SystemError)
    /// It is a directory or a device, or a pipe where a file is called for.
    case notAFile(path: String)
    /// It holds more bytes than a document ever does.
    case tooLarge(path: String, limit: Int)
    /// Somebody else could change it, and it was to be the user's own.
    case openToOthers(OpenPlace)
}

/// Reads a plain file of at most `limit` bytes.
///
/// It is opened without waiting, since a pipe that no one writes to would otherwise hold the program up for ever.
/// - Parameters:
///   - allowsPipe: for what a user names on the command line, `<(command)` for instance: a pipe is then waited for.
///   - mustBeOwn: whether nobody but the user and the system may be able to change it. Of the way there
///     ``openPlace(onTheWayTo:trusting:)`` tells.
public func readFile(
    _ path: String, limit: Int, allowsPipe: Bool = false, mustBeOwn: Bool = false
) throws(ReadingError) -> [UInt8] {
    let bytes: [UInt8]
    var hand: OtherHand?
    do throws(SystemError) {
        switch try status(of: path).kind {
        case .absent: throw .init(code: ENOENT)
        case .pipe where allowsPipe: bytes = try OpenFile(path, O_RDONLY).readAll(limit: limit)
        case .directory, .pipe, .other: throw .init(code: EISDIR)
        case .file:
            let file = try OpenFile(path, O_RDONLY | O_NONBLOCK)
            // Of what is open, not of what may have come to stand at the path since.
            hand = mustBeOwn ? try file.otherHand : nil
            bytes = hand == nil ? try file.readAll(limit: limit) : []
        }
    } catch {
        throw error.code == EISDIR ? .notAFile(path: path) : .unreadable(path: path, error)
    }
    if let hand { throw .openToOthers(OpenPlace(path: path, hand: hand)) }
    guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    return bytes
}
