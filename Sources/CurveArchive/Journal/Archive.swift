import ConstraintKit
import Files

/// The user's archive: the documents of their own with the addresses of these, what was fetched, and the lock file.
///
/// A change of several of these files is one step. What is to become of them is written beside them first, then a record
/// takes the place of the one before, ``recordPath``: with that the change is made, whatever happens after. A reader goes
/// by the record (``ArchiveView``), and it makes no difference to it whether the files already have their names; who
/// changes something next (``ArchiveTurn``) gives them the names that a killed program left to be given.
struct Archive: Sendable, Hashable {
    /// The user's directory for data of this program.
    let directory: String

    init(directory: String) { self.directory = directory }

    /// The archive that one of the two directories below is part of.
    init(holding subdirectory: String) { directory = splittingLastComponent(subdirectory).directory }

    var ownDirectory: String { "\(directory)/constraints" }
    var refreshedDirectory: String { "\(directory)/refreshed" }
    /// What the last change was, and whether it is through.
    var recordPath: String { "\(directory)/.change" }
    /// Held by whoever is changing something.
    var turnPath: String { "\(directory)/.turn" }

    func path(of file: ArchiveFile) -> String { "\(directory)/\(file.name)" }

    /// Where a file lies that is to take the place of another, or was moved out of it. Of a link in that place, what it
    /// leads to is replaced, but the link is what is taken away.
    func path(of step: ChangeRecord.Step) -> String {
        let path = path(of: step.file)
        let place = step.kind == .put ? resolvingLinks(path) : path
        return "\(splittingLastComponent(place).directory)/\(step.beside)"
    }
}

/// A file that is changed together with others.
enum ArchiveFile: Sendable, Hashable {
    case document(String)
    case addresses, lock, previousLock

    static let lockName = "curves.lock"
    static let addressesName = "catalogue.yaml"

    /// Below the archive's directory.
    var name: String {
        switch self {
        case .document(let stem): "constraints/\(stem).vot"
        case .addresses: "constraints/\(Self.addressesName)"
        case .lock: "refreshed/\(Self.lockName)"
        case .previousLock: "refreshed/\(Self.lockName).previous"
        }
    }

    /// nil for what is none of these: a record says nothing of other files.
    init?(name: String) {
        for file in [Self.addresses, .lock, .previousLock] where file.name == name {
            self = file
            return
        }
        let stem = String(name.dropFirst("constraints/".count).dropLast(".vot".count))
        self = .document(stem)
        guard Card.isStem(stem), self.name == name else { return nil }
    }
}
