import Files

/// What the last change of an archive was: the file that decides.
struct ChangeRecord: Sendable, Hashable {
    enum Kind: String { case put, remove }

    /// What becomes of one file.
    struct Step: Sendable, Hashable {
        var kind: Kind
        var file: ArchiveFile
        /// The name of the file that is to take its place; or the name that what is removed gets. Of the first it is known
        /// that the step is done where it is gone, of the second where it is there.
        var beside: String
    }

    /// By which two changes are told apart.
    var name: String
    /// The record of the same change that says that it is through, written before; empty in that one itself.
    var closing = ""
    var steps: [Step] = []

    /// Whether names may still have to be given.
    var isOpen: Bool { !closing.isEmpty }

    func step(of file: ArchiveFile) -> Step? { steps.first { $0.file == file } }

    private static let heading = "mutau change 1"
    private static let greatestSize = 1 << 20

    var bytes: [UInt8] {
        let lines = steps.map { "\($0.kind.rawValue)\t\($0.file.name)\t\($0.beside)" }
        return Array(([Self.heading, name, closing] + lines + ["end", ""]).joined(separator: "\n").utf8)
    }

    /// nil for what is no record.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 5, lines[0] == Self.heading, lines.suffix(2) == ["end", ""] else { return nil }
        (name, closing) = (String(lines[1]), String(lines[2]))
        for line in lines.dropFirst(3).dropLast(2) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let kind = Kind(rawValue: parts[0]), let file = ArchiveFile(name: parts[1]),
                isStagedName(parts[2])
            else { return nil }
            steps.append(Step(kind: kind, file: file, beside: parts[2]))
        }
        guard closing.isEmpty || isStagedName(closing) else { return nil }
    }

    init(name: String) { self.name = name }

    /// The record of an archive; nil where nothing was ever changed.
    static func current(of archive: Archive) throws(LockFileError) -> ChangeRecord? {
        let bytes: [UInt8]
        do { bytes = try readFile(archive.recordPath, limit: greatestSize, mustBeOwn: true) } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return nil }
            throw .reading(error)
        }
        guard let record = ChangeRecord(bytes) else {
            throw .damaged(path: archive.recordPath, detail: "it is no record of a change")
        }
        return record
    }
}

private let stagedName = "mutau"

/// A name for what is to become, or was, one of the archive's files.
func newStagedName() -> String { temporaryName(for: stagedName) }

/// Whether a name may be one of these: a record that says otherwise is damaged, and no other file is touched for it.
func isStagedName(_ name: String) -> Bool { finalName(ofTemporary: name) == stagedName }
