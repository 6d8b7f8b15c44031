import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The turn to change an archive, which one program has at a time. The system ends it with the process, however that
/// ends.
///
/// At its beginning a change is finished that a killed program made and did not carry through, and what such programs
/// left half-written is removed.
struct ArchiveTurn: ~Copyable {
    private let file: OpenFile

    private init(_ file: consuming OpenFile) { self.file = file }

    /// How long a program waits for others.
    static let patience = Duration.seconds(30)
    /// After which time it says that it waits.
    private static let silence = Duration.seconds(1)

    /// Waits for the turn.
    /// - Parameter waiting: called once, when it has taken a while.
    /// - Throws: ``ArchiveError``
    static func taken(
        in archive: Archive, patience: Duration = patience, waiting: () -> Void = {}
    ) throws(ArchiveError) -> ArchiveTurn {
        let turn = ArchiveTurn(try openFile(archive))
        let began = ContinuousClock.now
        var isSilent = true
        while try !turn.isHeld(archive) {
            let waited = began.duration(to: .now)
            guard waited < patience else { throw .busy(path: archive.turnPath) }
            if isSilent, waited >= silence {
                waiting()
                isSilent = false
            }
            usleep(20_000)
        }
        try archive.recover()
        return turn
    }

    private static func openFile(_ archive: Archive) throws(ArchiveError) -> OpenFile {
        do {
            for made in try makeDirectories(archive.directory) {
                try synchroniseDirectory(splittingLastComponent(made).directory)
            }
            return try OpenFile(archive.turnPath, O_RDWR | O_CREAT)
        } catch { throw .writing(.cannotCreate(path: archive.turnPath, error)) }
    }

    private borrowing func isHeld(_ archive: Archive) throws(ArchiveError) -> Bool {
        do { return try file.hold() } catch { throw .writing(.cannotCreate(path: archive.turnPath, error)) }
    }

    /// Lets the next one in.
    borrowing func end() { file.release() }
}

/// Why an archive could not be changed; everything is as it was before.
enum ArchiveError: Error, Sendable, Hashable {
    /// Another program has been changing it for too long.
    case busy(path: String)
    case record(LockFileError)
    case writing(WritingError)
}

extension Archive {
    /// Finishes what a killed program began, or removes it.
    fileprivate func recover() throws(ArchiveError) {
        let record: ChangeRecord?
        do { record = try .current(of: self) } catch { throw .record(error) }
        if let record, record.isOpen {
            do { try finish(record) } catch { throw .writing(error) }
        }
        sweep()
    }

    /// Removes what nothing refers to now that no change is open. That something can't be removed harms nobody.
    private func sweep() {
        var directories: Set<String> = [directory, ownDirectory, refreshedDirectory]
        // Links may lead to other directories, and what is to take their targets' places lies there.
        for name in found(in: ownDirectory) where name.hasSuffix(".vot") || name == ArchiveFile.addressesName {
            directories.insert(splittingLastComponent(resolvingLinks("\(ownDirectory)/\(name)")).directory)
        }
        for directory in directories {
            for name in found(in: directory) where isLeftOver(name, directory) { Disk.discard("\(directory)/\(name)") }
        }
    }

    /// Whether a file was to become one that a change names, or, as other commands write them, one of the user's own.
    private func isLeftOver(_ name: String, _ directory: String) -> Bool {
        guard let final = finalName(ofTemporary: name) else { return false }
        return isStagedName(name) || directory == ownDirectory && ArchiveFile(name: "constraints/\(final)") != nil
    }

    private func found(in directory: String) -> [String] {
        do { return try names(in: directory) } catch { return [] }
    }
}
