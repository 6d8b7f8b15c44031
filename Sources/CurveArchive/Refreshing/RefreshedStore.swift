import ConstraintKit

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
/// at any instant the lock file and the files it names agree. The files of the version before stay until the next
/// commit, for a reader that has just read the old lock file.
struct RefreshedStore: Sendable {
    let directory: String

    var lockPath: String { "\(directory)/\(CurvesLock.fileName)" }

    func path(of stem: String, _ sha256: SHA256) -> String { "\(directory)/\(Self.fileName(stem, sha256))" }

    private static func fileName(_ stem: String, _ sha256: SHA256) -> String {
        "\(stem).\(sha256.hexadecimal.prefix(16)).vot"
    }

    /// What the lock file says; nothing where there is none.
    func readLock() throws(LockFileError) -> CurvesLock {
        let bytes: [UInt8]
        do {
            bytes = try readFile(lockPath, limit: documentSizeLimit)
        } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return CurvesLock() }
            throw .reading(error)
        }
        return try CurvesLock(bytes, path: lockPath)
    }

    /// Brings a document to the device. It counts only once a lock file names it.
    func write(_ bytes: [UInt8], stem: String, _ sha256: SHA256) throws(WritingError) {
        try replaceFile(at: path(of: stem, sha256), with: bytes)
    }

    /// Makes a lock file count, then removes what neither it nor the one before names.
    func commit(_ lock: CurvesLock, replacing previous: CurvesLock) throws(RefreshError) {
        let bytes: [UInt8]
        do { bytes = try lock.serialized() } catch {
            throw .lock(.damaged(path: lockPath, detail: "\(error)"))
        }
        do { try replaceFile(at: lockPath, with: bytes) } catch { throw .writing(error) }
        let named = Set([lock, previous].flatMap { $0.curves.map { Self.fileName($0.key, $0.value.sha256) } })
        removeFiles { Self.isDocument($0) && !named.contains($0) }
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
        return final == CurvesLock.fileName || isDocument(final)
    }
}
