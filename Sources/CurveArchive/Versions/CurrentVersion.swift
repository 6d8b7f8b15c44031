import ConstraintKit
import CurveFormats
import Files

/// A version of a document that is at hand, to compare a new one with. It is whole, and is read again where it is wanted:
/// of many curves only the one that is looked at is kept.
struct CurrentVersion {
    private let stem: String
    private let stored: StoredDocument
    private let read: DocumentReader
    /// Of the native document's own bytes.
    let sha256: SHA256
    /// Of the native document [bytes].
    let size: Int
    /// Where it was found.
    var origin: CurveOrigin { stored.origin }
    /// What the lock file says of it; nil where it was not fetched.
    var locked: CurvesLock.Curve?

    /// Of the file it was made from, which is what its address would send again.
    var originalSHA256: SHA256 { locked?.sha256 ?? sha256 }

    /// The refreshed document that counts.
    static func refreshed(
        _ stem: String, _ store: RefreshedStore, _ lock: CurvesLock, _ read: @escaping DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let curve = lock.curves[stem] else { return nil }
        let stored = StoredDocument(refreshed: store.path(of: stem, curve.document), curve)
        return try CurrentVersion(stored, stem, curve, read)
    }

    /// A document of the user's own.
    static func own(
        _ stem: String, in directory: String, _ read: @escaping DocumentReader
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
        _ stem: String, _ files: BundledFiles, _ read: @escaping DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let file = files["\(stem).vot"] else { return nil }
        return try CurrentVersion(StoredDocument(bundled: file), stem, nil, read)
    }

    init(
        _ stored: StoredDocument, _ stem: String, _ curve: CurvesLock.Curve?, _ read: @escaping DocumentReader
    ) throws(DocumentFault) {
        self.stem = stem
        self.stored = stored
        self.read = read
        let contents = try stored.loadAnew(stem: stem, read).1
        (sha256, size) = (SHA256(of: contents), contents.count)
        locked = curve
    }

    /// The document and the native document's own bytes.
    /// - Throws: ``DocumentFault``, where somebody changed it meanwhile, too.
    func load() throws(DocumentFault) -> (document: Document, contents: [UInt8]) {
        let (found, contents) = try stored.loadAnew(stem: stem, read)
        let digest = SHA256(of: contents)
        guard digest == sha256 else { throw .otherContents(expected: sha256, found: digest) }
        return (found.document, contents)
    }
}
