import Files

/// An archive as the last change has left it, be that change through or not.
struct ArchiveView {
    let archive: Archive
    let record: ChangeRecord?

    /// The bytes of a file.
    /// - Throws: ``ReadingError`` that says that it is missing where it is removed, too.
    func bytes(of file: ArchiveFile, limit: Int) throws(ReadingError) -> [UInt8] {
        let path = archive.path(of: file)
        switch record?.step(of: file) {
        case let step? where step.kind == .put:
            do { return try readFile(archive.path(of: step), limit: limit, mustBeOwn: true) } catch {
                // It has got its name.
                guard case .unreadable(_, let system) = error, system.isMissing else { throw error }
            }
        case let step? where !entryExists(archive.path(of: step)): throw .unreadable(path: path, .missing)
        case .some, nil: break
        }
        return try readFile(path, limit: limit, mustBeOwn: true)
    }

    /// Whether there is such a file, or a link in its place.
    func holds(_ file: ArchiveFile) -> Bool {
        let isBeside = record?.step(of: file).map { (entryExists(archive.path(of: $0)), $0.kind) }
        switch isBeside {
        case (true, .put)?: return true
        case (false, .remove)?: return false
        default: return entryExists(archive.path(of: file))
        }
    }

    /// The names in the directory of the user's own documents.
    func ownNames() throws(SystemError) -> [String] {
        // Before the names are read: a step that is taken in between shows in these.
        let open = record?.steps.filter { entryExists(archive.path(of: $0)) == ($0.kind == .put) } ?? []
        var names = Set(try Files.names(in: archive.ownDirectory))
        for step in open {
            let (directory, name) = splittingLastComponent(step.file.name)
            guard directory == "constraints" else { continue }
            if step.kind == .put { names.insert(name) } else { names.remove(name) }
        }
        return names.sorted()
    }
}

extension Archive {
    /// As it is now; a change may come while it is looked at.
    func view() throws(LockFileError) -> ArchiveView { ArchiveView(archive: self, record: try .current(of: self)) }

    /// Looks at several files such that no change comes in between: where one came, all are looked at again.
    func consistently<Found>(_ look: (ArchiveView) -> Found) throws(LockFileError) -> Found {
        var view = try view()
        while true {
            let found = look(view)
            let after = try self.view()
            if after.record?.name == view.record?.name { return found }
            view = after
        }
    }
}
