import Files
import Glibc

/// Whether anyone but the user and the system could put other code in a plugin's place.
enum OtherWriters {
    /// Examines the file, where a link leads too, and every directory on the way to it: whoever can write one can put
    /// another in the place of what is in it.
    ///
    /// - Throws: ``PluginRefusal/writableByOthers(path:)``, ``PluginRefusal/unreadable(_:)``
    static func exclude(from file: PluginFile) throws(PluginRefusal) {
        for path in [file.path, file.folder, file.searchDirectory] {
            var current = try resolved(path)
            while current != "/" {
                try exclude(from: current)
                current = parent(of: current)
            }
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
