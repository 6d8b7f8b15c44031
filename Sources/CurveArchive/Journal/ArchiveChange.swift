import Files

/// What is to become of one file.
struct FileChange {
    var file: ArchiveFile
    /// nil: it is taken away.
    var bytes: [UInt8]?
}

extension Archive {
    /// Makes all of some changes or none. Only whoever has the turn may do so.
    /// - Throws: ``WritingError``; then everything is as it was before.
    func commit(_ changes: [FileChange]) throws(WritingError) {
        let closing = ChangeRecord(name: newStagedName())
        var record = closing
        record.closing = newStagedName()
        do throws(WritingError) {
            for change in changes { record.steps.append(try stage(change)) }
            try synchronise(record)
            try writeNewFile(closing.bytes, at: "\(directory)/\(record.closing)")
            try begin(record)
        } catch {
            for step in record.steps where step.kind == .put { Disk.discard(path(of: step)) }
            Disk.discard("\(directory)/\(record.closing)")
            throw error
        }
        // The change is made: what fails from here on is done by whoever has the next turn.
        do { try finish(record) } catch { return }
    }

    private func stage(_ change: FileChange) throws(WritingError) -> ChangeRecord.Step {
        let name = newStagedName()
        guard let bytes = change.bytes else { return .init(kind: .remove, file: change.file, beside: name) }
        let path = path(of: change.file)
        do throws(SystemError) { _ = try makeDirectories(splittingLastComponent(path).directory) } catch {
            throw .cannotCreate(path: path, error)
        }
        try stageFile(named: name, for: path, with: bytes)
        return .init(kind: .put, file: change.file, beside: name)
    }

    /// The step that decides.
    private func begin(_ record: ChangeRecord) throws(WritingError) {
        let staged = "\(directory)/\(newStagedName())"
        do throws(WritingError) { try writeNewFile(record.bytes, at: staged) } catch {
            Disk.discard(staged)
            throw error
        }
        do throws(SystemError) { try Disk.rename(staged, to: recordPath) } catch {
            Disk.discard(staged)
            throw .cannotCreate(path: recordPath, error)
        }
        do throws(SystemError) { try synchroniseDirectory(directory) } catch {
            // No name is given yet: without a record all is as before. Where it stays, the files that it names must.
            if Disk.discard(recordPath) { throw .cannotWrite(path: recordPath, error) }
        }
    }

    /// Gives the files of a change their names and closes it. What is done already is passed over.
    func finish(_ record: ChangeRecord) throws(WritingError) {
        do throws(SystemError) {
            for step in record.steps {
                let (path, beside) = (resolvingLinks(path(of: step.file)), path(of: step))
                switch step.kind {
                case .put: if entryExists(beside) { try Disk.rename(beside, to: path) }
                case .remove:
                    let entry = self.path(of: step.file)
                    if !entryExists(beside), entryExists(entry) { try Disk.rename(entry, to: beside) }
                }
            }
        } catch { throw .cannotWrite(path: directory, error) }
        try synchronise(record)
        do throws(SystemError) {
            try close(record)
            try synchroniseDirectory(directory)
        } catch { throw .cannotWrite(path: recordPath, error) }
        for step in record.steps where step.kind == .remove { Disk.discard(path(of: step)) }
    }

    private func close(_ record: ChangeRecord) throws(SystemError) {
        try Disk.rename("\(directory)/\(record.closing)", to: recordPath)
    }

    /// Brings the names that a change gives, or is to give, to the device.
    private func synchronise(_ record: ChangeRecord) throws(WritingError) {
        for directory in Set(record.steps.map { splittingLastComponent(path(of: $0)).directory }).sorted() {
            do throws(SystemError) { try synchroniseDirectory(directory) } catch {
                throw .cannotWrite(path: directory, error)
            }
        }
    }
}
