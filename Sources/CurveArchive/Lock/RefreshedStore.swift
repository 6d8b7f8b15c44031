import ConstraintKit
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The directory of refreshed documents and its lock file.
///
/// A document's file carries a part of its digest in its name, so a new version never touches the file of the old one.
/// What counts is what the lock file names, and that is replaced in one step after all documents are on the device:
/// at any instant the lock file and the files it names agree. The lock file before and its files stay until the next
/// change, for a reader that has just read it, and for ``previousLock()``.
struct RefreshedStore: Sendable {
    let directory: String

    private static let previousName = "\(CurvesLock.fileName).previous"

    var lockPath: String { "\(directory)/\(CurvesLock.fileName)" }
    private var previousPath: String { "\(directory)/\(Self.previousName)" }

    func path(of stem: String, _ sha256: SHA256) -> String { "\(directory)/\(Self.fileName(stem, sha256))" }

    private static func fileName(_ stem: String, _ sha256: SHA256) -> String {
        "\(stem).\(sha256.hexadecimal.prefix(16)).vot"
    }

    /// What the lock file says; nothing where there is none.
    func readLock() throws(LockFileError) -> CurvesLock { try Self.lock(at: lockPath) ?? CurvesLock() }

    /// The lock file before the last change of a curve; nil where there was none.
    func previousLock() throws(LockFileError) -> CurvesLock? { try Self.lock(at: previousPath) }

    private static func lock(at path: String) throws(LockFileError) -> CurvesLock? {
        do { return try CurvesLock(path: path) } catch {
            if case .reading(.unreadable(_, let system)) = error, system.isMissing { return nil }
            throw error
        }
    }

    /// Brings a document to the device. It counts only once a lock file names it.
    func write(_ bytes: [UInt8], stem: String, _ sha256: SHA256) throws(WritingError) {
        _ = try putFile(at: path(of: stem, sha256), with: bytes)
    }

    /// Makes a lock file count, then removes what neither it nor the one before names.
    func commit(_ lock: CurvesLock, replacing previous: CurvesLock) throws(WritingError) {
        var kept = [lock, previous]
        // The names of the documents, before a lock file names them.
        do { try synchroniseDirectory(directory) } catch { throw .cannotWrite(path: directory, error) }
        if lock.hasMoved(since: previous) {
            try replaceFile(at: previousPath, with: try bytes(of: previous))
        } else {
            kept.append(previousOrNothing())
        }
        try replaceFile(at: lockPath, with: try bytes(of: lock))
        let named = Set(kept.flatMap { $0.curves.map { Self.fileName($0.key, $0.value.document) } })
        removeFiles { Self.isDocument($0) && !named.contains($0) }
    }

    /// A previous lock file that is damaged names nothing worth keeping.
    private func previousOrNothing() -> CurvesLock {
        do { return try previousLock() ?? CurvesLock() } catch { return CurvesLock() }
    }

    private func bytes(of lock: CurvesLock) throws(WritingError) -> [UInt8] {
        // JSON has a form for every text and number of a lock file: this can't fail.
        do { return try lock.serialized() } catch { throw .cannotWrite(path: lockPath, .init(code: EINVAL)) }
    }

    /// Removes what a refresh that was killed left half-written.
    func removeTemporaryFiles() { removeFiles(where: Self.isTemporary) }

    /// That a file can't be removed harms nobody: nothing refers to it.
    private func removeFiles(where isUnwanted: (String) -> Bool) {
        do {
            for name in try names(in: directory) where isUnwanted(name) { unlink("\(directory)/\(name)") }
        } catch { return }
    }

    /// Whether a name is one that this store gives to documents.
    static func isDocument(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && Card.isStem(String(parts[0])) && parts[1].utf8.count == 16
            && parts[1].allSatisfy(\.isHexDigit) && parts[2] == "vot"
    }

    /// Whether a name is that of a document or lock file in the making.
    static func isTemporary(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts.first == "", parts.last == "new" else { return false }
        let final = parts.dropFirst().dropLast(2).joined(separator: ".")
        return final == CurvesLock.fileName || final == previousName || isDocument(final)
    }
}
