/// Why a file or directory could not be written. Whatever stood at the path before still stands there, unless a case
/// says otherwise.
public enum WritingError: Error, Sendable, Hashable {
    /// The path, or a new file beside it, could not be created or put in place.
    case cannotCreate(path: String, SystemError)
    /// The contents could not be written or brought to the device.
    case cannotWrite(path: String, SystemError)
    /// A file was to be written where there is a directory.
    case isADirectory(path: String)
    /// A directory was to be written where there is a file.
    case isNotADirectory(path: String)
    /// The directory to be replaced holds entries that were not written by this program; some of them by name.
    case holdsOtherFiles(path: String, names: [String])
    /// The directory to be replaced is the one that the program was started in: its shell would be left nowhere.
    case isWorkingDirectory(path: String)
    /// A name that cannot be a file in a directory: empty, with a slash, too long, or given twice.
    case unusableName(String)
    /// The new directory is in place; what it replaced could not be removed and is at `path`.
    case leftBehind(path: String, SystemError)
}
