import CurveFormats
import Files

/// Why a document is not to be had.
public enum CatalogueError: Error, Sendable, Hashable {
    /// No document has this stem; `nearest` is one that may be meant.
    case unknownStem(String, nearest: String?)
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

/// Something on the search path that can't be used; the rest is used all the same.
public enum CatalogueProblem: Error, Sendable, Hashable {
    /// A document that would count for its stem.
    case document(stem: String, CurveOrigin, DocumentFault)
    /// A directory that the environment names, or one that exists, can't be listed.
    case directory(path: String, SystemError)
    /// A document's file whose name is no stem.
    case fileName(path: String)
    /// The lock file of refreshed documents can't be read: the bundled ones are in use.
    case lock(LockFileError)
}
