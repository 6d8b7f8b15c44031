import ConstraintKit
import Files

/// Goes through the places where documents may be, in order of precedence.
struct DocumentSearch {
    private(set) var places: [String: [StoredDocument]] = [:]
    private(set) var problems: [CatalogueProblem] = []

    /// Takes every `<stem>.vot` of a directory; other files are none of ours.
    mutating func addUserDirectory(_ directory: String, mustExist: Bool) {
        let found: [String]
        do { found = try names(in: directory) } catch {
            if mustExist || !error.isMissing { problems.append(.directory(path: directory, error)) }
            return
        }
        for name in found where name.hasSuffix(".vot") && !name.hasPrefix(".") {
            let path = "\(directory)/\(name)"
            let stem = String(name.dropLast(4))
            if Card.isStem(stem) {
                places[stem, default: []].append(.init(user: path))
            } else {
                problems.append(.fileName(path: path))
            }
        }
    }

    /// Takes the user's own documents and the refreshed ones, of which those from the user's own addresses come first: they
    /// are newer versions of what `add` put among the user's documents.
    mutating func addOwnDirectories(_ own: String?, refreshed: String?) {
        let store = refreshed.map(RefreshedStore.init)
        var lock = CurvesLock()
        do { lock = try store?.readLock() ?? lock } catch { problems.append(.lock(error)) }
        add(lock, store) { $0.isOwn }
        if let own { addUserDirectory(own, mustExist: false) }
        add(lock, store) { !$0.isOwn }
    }

    /// Takes what the lock file names, and nothing else that may lie there.
    private mutating func add(_ lock: CurvesLock, _ store: RefreshedStore?, where isWanted: (CurvesLock.Curve) -> Bool)
    {
        guard let store else { return }
        for (stem, curve) in lock.curves where isWanted(curve) {
            add(.init(refreshed: store.path(of: stem, curve.document), curve), stem: stem)
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
