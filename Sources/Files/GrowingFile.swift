#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written piece by piece, and takes its name only when it is whole: until then, and where it never comes to
/// that, what stood at the path stands there. A device or pipe is written to as it is.
///
/// One that is let go before ``finish()`` leaves nothing behind.
public final class GrowingFile {
    private let path: String
    private let destination: String
    /// nil where the path is written to as it is.
    private let temporary: String?
    private var file: OwnedFile?

    private struct OwnedFile: ~Copyable {
        var file: OpenFile
    }

    /// - Throws: ``WritingError``
    public init(replacing path: String) throws(WritingError) {
        self.path = path
        destination = resolvingLinks(path)
        let found: (kind: PathKind, permissions: mode_t)
        do { found = try status(of: destination) } catch { throw .cannotCreate(path: path, error) }
        if found.kind == .directory { throw .isADirectory(path: path) }
        let isInPlace = found.kind == .pipe || found.kind == .other
        let (directory, name) = splittingLastComponent(destination)
        temporary = isInPlace ? nil : "\(directory)/\(temporaryName(for: name))"
        if let temporary { UnfinishedFiles.begin(temporary) }
        do throws(SystemError) {
            let flags = isInPlace ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL
            let opened = try OpenFile(temporary ?? path, flags)
            if !isInPlace, found.kind == .file { try opened.setPermissions(to: found.permissions) }
            file = OwnedFile(file: opened)
        } catch {
            if let temporary { Self.discard(temporary) }
            throw .cannotCreate(path: path, error)
        }
    }

    deinit {
        if file != nil, let temporary { Self.discard(temporary) }
    }

    private static func discard(_ temporary: String) {
        Disk.discard(temporary)
        UnfinishedFiles.end(temporary)
    }

    /// - Throws: ``WritingError``
    public func write(_ bytes: [UInt8]) throws(WritingError) {
        guard file != nil else { return }
        do throws(SystemError) { try file?.file.write(bytes) } catch { throw .cannotWrite(path: path, error) }
    }

    /// Brings what was written to the device and gives it its name.
    /// - Throws: ``WritingError``; the old contents are untouched.
    public func finish() throws(WritingError) {
        guard let file = file.take() else { return }
        let whole = file.file
        guard let temporary else {
            do throws(SystemError) { try whole.finish() } catch { throw .cannotWrite(path: path, error) }
            return
        }
        do throws(SystemError) {
            try whole.synchronise()
            try whole.finish()
        } catch {
            Self.discard(temporary)
            throw .cannotWrite(path: path, error)
        }
        do throws(SystemError) { try Disk.rename(temporary, to: destination) } catch {
            Self.discard(temporary)
            throw .cannotCreate(path: path, error)
        }
        UnfinishedFiles.end(temporary)
        do throws(SystemError) { try synchroniseDirectory(splittingLastComponent(destination).directory) } catch {
            throw .cannotWrite(path: path, error)
        }
    }
}

/// A file beside another, without a name, for what is needed while that is made: it is gone when it is closed.
public final class SpoolFile {
    private let path: String
    private let file: OpenFile
    /// [byte]
    public private(set) var size = 0

    /// - Parameter path: of the file that is being made.
    /// - Throws: ``WritingError``
    public init(beside path: String) throws(WritingError) {
        self.path = path
        let (directory, name) = splittingLastComponent(resolvingLinks(path))
        let temporary = "\(directory)/\(temporaryName(for: name))"
        do throws(SystemError) { file = try OpenFile(temporary, O_RDWR | O_CREAT | O_EXCL, mode: 0o600) } catch {
            throw .cannotCreate(path: path, error)
        }
        Disk.discard(temporary)
    }

    /// - Throws: ``WritingError``
    public func write(_ bytes: [UInt8]) throws(WritingError) {
        do throws(SystemError) { try file.write(bytes) } catch { throw .cannotWrite(path: path, error) }
        size += bytes.count
    }

    /// Reads what was written, from a place on: up to so many bytes, none at the end.
    /// - Throws: ``WritingError``
    public func read(at offset: Int, count: Int) throws(WritingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let found = pread(file.descriptor, &bytes, count, off_t(offset))
            if found < 0, errno == EINTR { continue }
            guard found >= 0 else { throw .cannotWrite(path: path, .current) }
            bytes.removeLast(count - found)
            return bytes
        }
    }
}
