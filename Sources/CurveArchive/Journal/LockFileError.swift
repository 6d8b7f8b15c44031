import Files

/// Why a lock file, or the record of the last change, can't be used.
public enum LockFileError: Error, Sendable, Hashable {
    case reading(ReadingError)
    /// It is not what this program writes; `detail` says what is wrong with it.
    case damaged(path: String, detail: String)
    /// A newer program wrote it.
    case otherVersion(path: String, found: Int)
}
