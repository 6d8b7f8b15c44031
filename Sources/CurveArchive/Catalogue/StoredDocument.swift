import ConstraintKit
import CurveFormats
import Files
import Synchronization

/// A file that may hold the document of a stem.
struct StoredDocument: Sendable {
    let origin: CurveOrigin
    /// Of the bytes it must hold; nil for a user's own, who may change it at will.
    let expected: SHA256?
    let bytes: @Sendable () throws(ReadingError) -> [UInt8]
    /// Two scenarios that are compared share their documents: each is read once.
    private let memory = Memory()

    private final class Memory: Sendable {
        let loaded = Mutex<(ReadDocument, [UInt8])?>(nil)
    }

    init(bundled file: BundledFiles.File) {
        origin = .bundled
        expected = nil
        bytes = { () throws(ReadingError) in file.contents() }
    }

    init(user path: String) {
        origin = .user(path: path)
        expected = nil
        bytes = { () throws(ReadingError) in try readFile(path, limit: documentSizeLimit) }
    }

    /// One of the user's own as it is now, whatever becomes of it while others are read.
    init(own stem: String, in view: ArchiveView) {
        origin = .user(path: view.archive.path(of: .document(stem)))
        expected = nil
        let found = Result { () throws(ReadingError) in
            try view.bytes(of: .document(stem), limit: documentSizeLimit)
        }
        bytes = { () throws(ReadingError) in try found.get() }
    }

    init(plugin document: PluginDocument) {
        origin = .plugin(path: document.path)
        expected = nil
        bytes = { () throws(ReadingError) in try readFile(document.path, limit: documentSizeLimit) }
    }

    /// - Parameter isReadNow: whether it is to stay what it is now, whatever becomes of the file.
    init(refreshed path: String, _ locked: CurvesLock.Curve, isReadNow: Bool = false) {
        self.init(kept: path, url: URLSecrets.masked(locked.url), locked.document, isReadNow: isReadNow)
    }

    /// A document that must be a certain one.
    init(kept path: String, url: String?, _ sha256: SHA256, isReadNow: Bool = false) {
        origin = .refreshed(path: path, url: url ?? "file://\(path)")
        expected = sha256
        let read = { @Sendable () throws(ReadingError) in try readFile(path, limit: documentSizeLimit) }
        guard isReadNow else {
            bytes = read
            return
        }
        let found = Result(catching: read)
        bytes = { () throws(ReadingError) in try found.get() }
    }

    /// A document that is yet to be written to `path`.
    init(planned contents: [UInt8], for path: String, url: String?, _ sha256: SHA256) {
        origin = .refreshed(path: path, url: url ?? "file://\(path)")
        expected = sha256
        bytes = { () throws(ReadingError) in contents }
    }

    /// The document and its bytes, as they were when they were first asked for.
    func load(stem: String, _ read: DocumentReader) throws(DocumentFault) -> (ReadDocument, [UInt8]) {
        if let loaded = memory.loaded.withLock({ $0 }) { return loaded }
        let loaded = try loadAnew(stem: stem, read)
        memory.loaded.withLock { $0 = loaded }
        return loaded
    }

    /// The document and its bytes as they are now, which nothing remembers.
    func loadAnew(stem: String, _ read: DocumentReader) throws(DocumentFault) -> (ReadDocument, [UInt8]) {
        let bytes: [UInt8]
        do { bytes = try self.bytes() } catch { throw .reading(error) }
        if let expected {
            let found = SHA256(of: bytes)
            guard found == expected else { throw .otherContents(expected: expected, found: found) }
        }
        return (try interpret(bytes, stem: stem, read), bytes)
    }
}

/// Reads a document that must be the one of a stem.
func interpret(_ bytes: [UInt8], stem: String, _ read: DocumentReader) throws(DocumentFault) -> ReadDocument {
    var found: ReadDocument
    do { found = try read(bytes, "\(stem).vot") } catch { throw .format(error) }
    guard found.document.card.stem == stem else { throw .otherStem(found: found.document.card.stem) }
    found.document.fetchedFrom = found.document.fetchedFrom.map(URLSecrets.masked)
    return found
}
