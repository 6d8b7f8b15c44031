import ConstraintKit

/// Goes through the places where documents may be, in order of precedence.
struct DocumentSearch {
    private(set) var sources: [String: [DocumentSource]] = [:]
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
                sources[stem, default: []].append(.init(user: path))
            } else {
                problems.append(.fileName(path: path))
            }
        }
    }

    /// Takes what the lock file names, and nothing else that may lie there.
    mutating func addRefreshedDirectory(_ directory: String) {
        let store = RefreshedStore(directory: directory)
        do {
            for (stem, curve) in try store.readLock().curves {
                sources[stem, default: []].append(.init(refreshed: store.path(of: stem, curve.document), curve))
            }
        } catch { problems.append(.lock(error)) }
    }

    mutating func add(_ source: DocumentSource, stem: String) { sources[stem, default: []].append(source) }

    mutating func addBundled(_ bundled: BundledFiles) {
        for file in bundled.files(withExtension: "vot") {
            let stem = String(file.path.dropLast(4))
            sources[stem, default: []].append(.init(bundled: file))
        }
    }
}
