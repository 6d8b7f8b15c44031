import CurveArchive
import Glibc

/// Whether anyone but the user and the system could put other code in a plugin's place.
enum OtherWriters {
    /// Examines the file and the directories from it up to that of the search path; where links lead elsewhere, those
    /// of the place they lead to, up to the root.
    ///
    /// - Throws: ``PluginRefusal/writableByOthers(path:)``, ``PluginRefusal/unreadable(_:)``
    static func exclude(from file: PluginFile) throws(PluginRefusal) {
        let (top, path) = (try resolved(file.searchDirectory), try resolved(file.path))
        try exclude(from: top)
        var current = path
        while current != top, current != "/" {
            try exclude(from: current)
            current = parent(of: current)
        }
    }

    private static func exclude(from path: String) throws(PluginRefusal) {
        var found = stat()
        guard lstat(path, &found) == 0 else { throw .unreadable(.unreadable(path: path, .init(code: errno))) }
        let isOurs = found.st_uid == geteuid() || found.st_uid == 0
        // In a sticky directory, /tmp for one, others can add files but not take the place of ours.
        let isSticky = found.st_mode & S_IFMT == S_IFDIR && found.st_mode & mode_t(S_ISVTX) != 0
        guard isOurs, found.st_mode & (S_IWGRP | S_IWOTH) == 0 || isSticky else {
            throw .writableByOthers(path: path)
        }
    }

    private static func resolved(_ path: String) throws(PluginRefusal) -> String {
        guard let resolved = realpath(path, nil) else {
            throw .unreadable(.unreadable(path: path, .init(code: errno)))
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
