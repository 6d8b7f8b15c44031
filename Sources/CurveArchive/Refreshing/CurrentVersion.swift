import ConstraintKit
import CurveFormats

/// The version of a document that a new one is compared with: the refreshed one, or else the bundled one. A user's own
/// document of the same stem has no part in this.
struct CurrentVersion {
    var sha256: SHA256
    var document: Document
    /// What the lock file says of it; nil for a bundled one.
    var locked: CurvesLock.Curve?

    static func refreshed(
        _ stem: String, _ store: RefreshedStore, _ lock: CurvesLock, _ read: DocumentReader
    ) -> CurrentVersion? {
        guard let curve = lock.curves[stem] else { return nil }
        let source = DocumentSource(refreshed: store.path(of: stem, curve.sha256), curve)
        return from(source, stem, curve, read)
    }

    static func bundled(_ stem: String, _ files: BundledFiles, _ read: DocumentReader) -> CurrentVersion? {
        guard let file = files["\(stem).vot"] else { return nil }
        return from(DocumentSource(bundled: file), stem, nil, read)
    }

    /// A damaged file gives no version at all: nothing to compare with, no conditional request, and a good one from
    /// the network takes its place.
    private static func from(
        _ source: DocumentSource, _ stem: String, _ curve: CurvesLock.Curve?, _ read: DocumentReader
    ) -> CurrentVersion? {
        do {
            let (found, contents) = try source.load(stem: stem, read)
            return CurrentVersion(sha256: SHA256(of: contents), document: found.document, locked: curve)
        } catch {
            return nil
        }
    }
}
