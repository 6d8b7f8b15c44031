import ConstraintKit
import CurveFormats
import Files

/// A version of a document that is at hand, to compare a new one with.
struct CurrentVersion {
    /// The native document's own bytes.
    var contents: [UInt8]
    /// Of ``contents``.
    var sha256: SHA256
    var document: Document
    /// Where it was found.
    var origin: CurveOrigin
    /// What the lock file says of it; nil where it was not fetched.
    var locked: CurvesLock.Curve?

    /// Of the file it was made from, which is what its address would send again.
    var originalSHA256: SHA256 { locked?.sha256 ?? sha256 }

    /// The refreshed document that counts.
    static func refreshed(
        _ stem: String, _ store: RefreshedStore, _ lock: CurvesLock, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let curve = lock.curves[stem] else { return nil }
        let stored = StoredDocument(refreshed: store.path(of: stem, curve.document), curve)
        return try CurrentVersion(stored, stem, curve, read)
    }

    /// A document of the user's own.
    static func own(
        _ stem: String, in directory: String, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        let view: ArchiveView
        do { view = try Archive(holding: directory).view() } catch { throw .record(error) }
        let document = StoredDocument(own: stem, in: view)
        do throws(DocumentFault) { return try CurrentVersion(document, stem, nil, read) } catch {
            if case .reading(.unreadable(_, let system)) = error, system.isMissing { return nil }
            throw error
        }
    }

    static func bundled(
        _ stem: String, _ files: BundledFiles, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let file = files["\(stem).vot"] else { return nil }
        return try CurrentVersion(StoredDocument(bundled: file), stem, nil, read)
    }

    init(
        _ stored: StoredDocument, _ stem: String, _ curve: CurvesLock.Curve?, _ read: DocumentReader
    ) throws(DocumentFault) {
        let (found, contents) = try stored.load(stem: stem, read)
        self.contents = contents
        sha256 = SHA256(of: contents)
        document = found.document
        origin = stored.origin
        locked = curve
    }
}
