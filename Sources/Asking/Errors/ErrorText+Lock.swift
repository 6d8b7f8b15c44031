import CurveArchive
import Files

// Words for lock files and the record of the last change.

extension ErrorText {
    package static func of(_ error: LockFileError) -> String {
        switch error {
        case .reading(let error): of(error)
        case .damaged(let path, let detail):
            "'\(whole(path))' is damaged (\(clipped(detail))): \(remedy(forDamaged: path))"
        case .otherVersion(let path, let found):
            "'\(whole(path))' is of version \(found), which a newer mutau wrote"
        }
    }

    /// What to do about a damaged file. A lock file is not to be removed alone: the documents beside it count only with it.
    private static func remedy(forDamaged path: String) -> String {
        let (directory, name) = splittingLastComponent(path)
        let isLock = name.hasPrefix(CurvesLock.fileName)
        if isLock, splittingLastComponent(directory).name == "refreshed" {
            return "put a good copy in its place, or move the folder '\(whole(directory))' away and run "
                + "'mutau refresh' again"
        }
        return name == ".change" ? "remove it and run 'mutau refresh' again" : "put a good copy in its place"
    }
}
