import Files

/// Why a document could not be added or taken away; everything is as it was before.
public enum OwnStoreError: Error, Sendable, Hashable {
    /// No home directory is known to keep documents in.
    case noDirectory
    case notAStem(String)
    /// There is a document of this stem already.
    case exists(stem: String, path: String)
    /// Another program has been changing the archive for too long.
    case busy(path: String)
    case addresses(AddressFileError)
    case lock(LockFileError)
    case writing(WritingError)

    init(_ error: ArchiveError) {
        self =
            switch error {
            case .busy(let path): .busy(path: path)
            case .record(let error): .lock(error)
            case .writing(let error): .writing(error)
            }
    }
}
