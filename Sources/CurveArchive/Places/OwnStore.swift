import ConstraintKit
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The directory of the documents that a user added, a file a stem.
public struct OwnStore: Sendable {
    public let directory: String

    /// - Throws: ``OwnStoreError/noDirectory`` where no home is known.
    public init(paths: ArchivePaths) throws(OwnStoreError) {
        guard let directory = paths.ownDirectory else { throw .noDirectory }
        self.directory = directory
    }

    /// Where the document of a stem lies, or would.
    public func path(of stem: String) -> String { "\(directory)/\(stem).vot" }

    /// Whether there is a document, or a link in its place.
    public func holds(_ stem: String) -> Bool {
        var found = stat()
        return Card.isStem(stem) && lstat(path(of: stem), &found) == 0
    }

    /// Puts a document in place: at any instant there is the old one, none, or the new one as a whole.
    /// - Parameter replaces: whether it may take the place of one that is there.
    /// - Throws: ``OwnStoreError``; what was there before is untouched.
    public func add(_ bytes: [UInt8], stem: String, replaces: Bool = false) throws(OwnStoreError) {
        try check(stem)
        let path = path(of: stem)
        do { _ = try makeDirectories(directory) } catch { throw .writing(.cannotCreate(path: directory, error)) }
        if replaces {
            do { try replaceFile(at: path, with: bytes) } catch { throw .writing(error) }
        } else {
            try create(path, bytes, stem: stem)
        }
    }

    /// A link to a name that exists fails, where a move would replace: nobody else's document is lost, whoever was first.
    private func create(_ path: String, _ bytes: [UInt8], stem: String) throws(OwnStoreError) {
        let temporary = "\(directory)/\(temporaryName(for: "\(stem).vot"))"
        defer { unlink(temporary) }
        do { try writeNewFile(bytes, at: temporary) } catch { throw .writing(error) }
        guard link(temporary, path) == 0 else {
            let error = SystemError.current
            throw error.code == EEXIST ? .exists(stem: stem, path: path) : .writing(.cannotCreate(path: path, error))
        }
        do { try synchroniseDirectory(directory) } catch { throw .writing(.cannotWrite(path: path, error)) }
    }

    /// Takes a document away; of a link, the link alone.
    /// - Throws: ``OwnStoreError``
    public func remove(_ stem: String) throws(OwnStoreError) {
        try check(stem)
        guard unlink(path(of: stem)) == 0 else { throw .removing(path: path(of: stem), .current) }
        do { try synchroniseDirectory(directory) } catch { throw .removing(path: path(of: stem), error) }
    }

    private func check(_ stem: String) throws(OwnStoreError) {
        guard Card.isStem(stem) else { throw .notAStem(stem) }
    }
}

/// Why a document could not be added or taken away.
public enum OwnStoreError: Error, Sendable, Hashable {
    /// No home directory is known to keep documents in.
    case noDirectory
    case notAStem(String)
    /// There is a document of this stem already.
    case exists(stem: String, path: String)
    case writing(WritingError)
    case removing(path: String, SystemError)
}
