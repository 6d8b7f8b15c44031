import ConstraintKit
import CurveFormats

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

    /// Of the file it was made from, which is what a source would send again.
    var sourceSHA256: SHA256 { locked?.sha256 ?? sha256 }

    /// The refreshed document that counts.
    static func refreshed(
        _ stem: String, _ store: RefreshedStore, _ lock: CurvesLock, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let curve = lock.curves[stem] else { return nil }
        let source = DocumentSource(refreshed: store.path(of: stem, curve.document), curve)
        return try CurrentVersion(source, stem, curve, read)
    }

    /// A document of the user's own whose source is the user's own, too.
    static func own(
        _ source: CurveSource, in directory: String?, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let directory, source.locations.contains(where: \.isOwn) else { return nil }
        let document = DocumentSource(user: "\(directory)/\(source.stem).vot")
        do throws(DocumentFault) { return try CurrentVersion(document, source.stem, nil, read) } catch {
            if case .reading(.unreadable(_, let system)) = error, system.isMissing { return nil }
            throw error
        }
    }

    static func bundled(
        _ stem: String, _ files: BundledFiles, _ read: DocumentReader
    ) throws(DocumentFault) -> CurrentVersion? {
        guard let file = files["\(stem).vot"] else { return nil }
        return try CurrentVersion(DocumentSource(bundled: file), stem, nil, read)
    }

    init(
        _ source: DocumentSource, _ stem: String, _ curve: CurvesLock.Curve?, _ read: DocumentReader
    ) throws(DocumentFault) {
        let (found, contents) = try source.load(stem: stem, read)
        self.contents = contents
        sha256 = SHA256(of: contents)
        document = found.document
        origin = source.origin
        locked = curve
    }
}
