import CurveFormats
import Files

/// Why a document is not to be had.
public enum CatalogueError: Error, Sendable, Hashable {
    /// No document has this stem; `meant` are those that may be: all that begin so, or else the nearest.
    case unknownStem(String, meant: [String])
    /// The file of the document that counts is damaged. Those it shadows are not used in its place: that would change
    /// an answer without anyone having asked for it.
    case unusable(stem: String, CurveOrigin, DocumentFault)
}

/// What is wrong with the file of a document.
public enum DocumentFault: Error, Sendable, Hashable {
    case reading(ReadingError)
    case format(CurveFormatError)
    /// The document calls itself something other than its file.
    case otherStem(found: String)
    /// The file is not the one that the lock file names.
    case otherContents(expected: SHA256, found: SHA256)
    /// What the last change of the user's own files was can't be told.
    case record(LockFileError)
}

/// Something among the user's folders or on the search path that can't be used; a catalogue has all else.
public enum CatalogueProblem: Error, Sendable, Hashable {
    /// A document that would count for its stem.
    case document(stem: String, CurveOrigin, DocumentFault)
    /// A directory that the environment names, or one that exists, can't be listed.
    case directory(path: String, SystemError)
    /// A document's file whose name is no stem.
    case fileName(path: String)
    /// The lock file of refreshed documents, or the record of the last change, can't be used.
    case lock(LockFileError)
    /// Somebody else could change the file or directory, at the place named: what it holds is left out.
    case openToOthers(path: String, OpenPlace)

    /// Whether it keeps the user's own folders from being what the user made them: then there should be no answer
    /// without them, unless one is asked for.
    public func concernsOwn(_ paths: ArchivePaths) -> Bool {
        switch self {
        case .lock: true
        case .directory(let path, _), .openToOthers(let path, _): paths.isOwn(path)
        case .document, .fileName: false
        }
    }
}
