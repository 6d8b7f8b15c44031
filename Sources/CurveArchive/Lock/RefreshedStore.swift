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
    private let archive: Archive

    init(directory: String) {
        self.directory = directory
        archive = Archive(holding: directory)
    }

    var lockPath: String { archive.path(of: .lock) }

    func path(of stem: String, _ sha256: SHA256) -> String { "\(directory)/\(Self.fileName(stem, sha256))" }

    private static func fileName(_ stem: String, _ sha256: SHA256) -> String {
        "\(stem).\(sha256.hexadecimal.prefix(16)).vot"
    }

    /// What the lock file says; nothing where there is none.
    func readLock() throws(LockFileError) -> CurvesLock {
        let found = try archive.consistently { view in
            Result { () throws(LockFileError) in try Self.lock(in: view) }
        }
        return try found.get()
    }

    /// - Throws: ``LockFileError/damaged(path:detail:)`` for one that is gone, too: the first that names a document comes
    ///   after an empty one before it.
    static func lock(in view: ArchiveView) throws(LockFileError) -> CurvesLock {
        if let found = try lock(.lock, in: view) { return found }
        guard !view.holds(.previousLock) else {
            throw .damaged(
                path: view.archive.path(of: .lock),
                detail: "it is gone, and \(ArchiveFile.lockName).previous beside it is not")
        }
        return CurvesLock()
    }

    /// The lock file before the last change of a curve; nil where there was none.
    func previousLock() throws(LockFileError) -> CurvesLock? { try Self.lock(.previousLock, in: archive.view()) }

    private static func lock(_ file: ArchiveFile, in view: ArchiveView) throws(LockFileError) -> CurvesLock? {
        let bytes: [UInt8]
        do { bytes = try view.bytes(of: file, limit: documentSizeLimit) } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return nil }
            throw .reading(error)
        }
        return try CurvesLock(bytes, path: view.archive.path(of: file))
    }

    /// Brings a document to the device. It counts only once a lock file names it.
    func write(_ bytes: [UInt8], stem: String, _ sha256: SHA256) throws(WritingError) {
        do { _ = try makeDirectories(directory) } catch { throw .cannotCreate(path: directory, error) }
        _ = try putFile(at: path(of: stem, sha256), with: bytes)
    }

    /// Makes a lock file count, once the names of the documents are on the device, too, and removes what neither it nor the one before names.
    func commit(_ lock: CurvesLock, replacing previous: CurvesLock) throws(WritingError) {
        try archive.commit(try changes(to: lock, from: previous))
        sweep()
    }

    /// What makes a lock file count. The one before is kept where a curve is another now.
    func changes(to lock: CurvesLock, from previous: CurvesLock) throws(WritingError) -> [FileChange] {
        let change = FileChange(file: .lock, bytes: try bytes(of: lock))
        guard lock.hasMoved(since: previous) else { return [change] }
        return [.init(file: .previousLock, bytes: try bytes(of: previous)), change]
    }

    private func bytes(of lock: CurvesLock) throws(WritingError) -> [UInt8] {
        // JSON has a form for every text and number of a lock file: this can't fail.
        do { return try lock.serialized() } catch { throw .cannotWrite(path: lockPath, .init(code: EINVAL)) }
    }

    /// Removes what a refresh that was killed left behind, and the documents that neither the lock file nor the one before
    /// names. That a file can't be removed harms nobody: nothing refers to it.
    func sweep() {
        let named = namedFiles()
        do {
            for name in try names(in: directory) {
                let isUnnamed = named.map { Self.isDocument(name) && !$0.contains(name) } ?? false
                if Self.isTemporary(name) || isUnnamed { Disk.discard("\(directory)/\(name)") }
            }
        } catch { return }
    }

    /// nil where a lock file can't be read: which documents it names is then not known.
    private func namedFiles() -> Set<String>? {
        do {
            let locks = [try readLock(), try previousLock() ?? CurvesLock()]
            return Set(locks.flatMap { $0.curves.map { Self.fileName($0.key, $0.value.document) } })
        } catch { return nil }
    }

    /// Whether a name is one that this store gives to documents.
    static func isDocument(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && Card.isStem(String(parts[0])) && parts[1].utf8.count == 16
            && parts[1].allSatisfy(\.isHexDigit) && parts[2] == "vot"
    }

    /// Whether a name is that of a document or lock file in the making.
    static func isTemporary(_ name: String) -> Bool {
        guard let final = finalName(ofTemporary: name) else { return false }
        return [ArchiveFile.lock, .previousLock].contains { $0.name == "refreshed/\(final)" } || isDocument(final)
    }
}
