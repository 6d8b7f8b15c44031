import ConstraintKit
import Files

/// Goes through the places where documents may be, in order of precedence.
struct DocumentSearch {
    private(set) var places: [String: [StoredDocument]] = [:]
    private(set) var problems: [CatalogueProblem] = []

    /// Takes every `<stem>.vot` of a directory; other files are none of ours.
    mutating func addUserDirectory(_ directory: String, mustExist: Bool) {
        guard !isOpen(directory) else { return }
        let found: [String]
        do { found = try names(in: directory) } catch {
            if mustExist || !error.isMissing { problems.append(.directory(path: directory, error)) }
            return
        }
        add(found, in: directory) { _, path in StoredDocument(user: path) }
    }

    private mutating func add(
        _ names: [String], in directory: String, _ document: (_ stem: String, _ path: String) -> StoredDocument
    ) {
        // Its addresses are no document, and others should not choose them either.
        if names.contains(AddressBook.fileName) { _ = isOpen("\(directory)/\(AddressBook.fileName)") }
        for name in names where name.hasSuffix(".vot") && !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            if isOpen(path) { continue }
            let stem = String(name.dropLast(4))
            if Card.isStem(stem) {
                add(document(stem, path), stem: stem)
            } else {
                problems.append(.fileName(path: path))
            }
        }
    }

    /// Whether somebody else could change what lies at a path, which is then a problem. Of what is missing, or can't be
    /// looked at, its reader tells.
    private mutating func isOpen(_ path: String) -> Bool {
        do {
            guard let place = try openPlace(onTheWayTo: path) else { return false }
            problems.append(.openToOthers(path: path, place))
            return true
        } catch { return false }
    }

    /// Takes the user's own documents and the refreshed ones, of which those from the user's own addresses come first: they
    /// are newer versions of what `add` put among the user's documents.
    mutating func addOwnDirectories(_ own: String?, refreshed: String?) {
        guard let own, let refreshed else { return }
        let store = RefreshedStore(directory: refreshed)
        let before = self
        do {
            self = try Archive(holding: own).consistently { view in
                var search = before
                search.add(view, store)
                return search
            }
        } catch { problems.append(.lock(error)) }
    }

    private mutating func add(_ view: ArchiveView, _ store: RefreshedStore) {
        var lock = CurvesLock()
        // Where the directory is open, each file in it is.
        if !isOpen(store.directory), !isOpen(store.lockPath) {
            do { lock = try RefreshedStore.lock(in: view) } catch { problems.append(.lock(error)) }
        }
        add(lock, store) { $0.isOwn }
        addOwnDirectory(view)
        add(lock, store) { !$0.isOwn }
    }

    /// Takes the user's own documents alone.
    mutating func addOwnDirectory(_ own: String) {
        let before = self
        do {
            self = try Archive(holding: own).consistently { view in
                var search = before
                search.addOwnDirectory(view)
                return search
            }
        } catch { problems.append(.lock(error)) }
    }

    /// Takes every `<stem>.vot` of the user's own directory.
    private mutating func addOwnDirectory(_ view: ArchiveView) {
        let directory = view.archive.ownDirectory
        guard !isOpen(directory) else { return }
        do {
            add(try view.ownNames(), in: directory) { stem, _ in StoredDocument(own: stem, in: view) }
        } catch {
            if !error.isMissing { problems.append(.directory(path: directory, error)) }
        }
    }

    /// Takes what the lock file names, and nothing else that may lie there. It is read at once: with the next changes it
    /// goes.
    private mutating func add(_ lock: CurvesLock, _ store: RefreshedStore, where isWanted: (CurvesLock.Curve) -> Bool) {
        for (stem, curve) in lock.curves where isWanted(curve) {
            let path = store.path(of: stem, curve.document)
            if !isOpen(path) { add(.init(refreshed: path, curve, isReadNow: true), stem: stem) }
        }
    }

    mutating func add(_ place: StoredDocument, stem: String) { places[stem, default: []].append(place) }

    mutating func addBundled(_ bundled: BundledFiles) {
        for file in bundled.files(withExtension: "vot") {
            let stem = String(file.path.dropLast(4))
            places[stem, default: []].append(.init(bundled: file))
        }
    }
}
