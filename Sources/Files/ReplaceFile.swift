#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a file such that a reader, at any instant and after any crash, sees either the old contents or the new.
///
/// The bytes go to a new file in the same directory, to the device, and then take the old one's name. A symbolic link
/// stays a link: what it leads to is replaced. A device or pipe is written to as it is.
///
/// - Throws: ``WritingError``; the old contents are untouched.
public func replaceFile(at path: String, with bytes: [UInt8]) throws(WritingError) {
    guard let directory = try putFile(at: path, with: bytes) else { return }
    do { try synchroniseDirectory(directory) } catch { throw .cannotWrite(path: path, error) }
}

/// Does the same, but for bringing its name to the device: whoever puts many files into a directory does that once.
/// - Returns: the directory whose names changed.
package func putFile(at path: String, with bytes: [UInt8]) throws(WritingError) -> String? {
    let destination = resolvingLinks(path)
    let existing = try whatStands(at: destination, for: path)
    if existing.kind == .pipe || existing.kind == .other {
        try writeInPlace(bytes, at: path)
        return nil
    }
    let (directory, name) = splittingLastComponent(destination)
    let temporary = "\(directory)/\(temporaryName(for: name))"
    UnfinishedFiles.begin(temporary)
    defer { UnfinishedFiles.end(temporary) }
    do throws(WritingError) {
        try writeNewFile(bytes, at: temporary, permissions: existing.permissions)
        do throws(SystemError) { try Disk.rename(temporary, to: destination) } catch {
            throw .cannotCreate(path: destination, error)
        }
    } catch {
        Disk.discard(temporary)
        throw error
    }
    return directory
}

/// Writes what is to become a file, beside where that is or will be, and brings it to the device.
/// - Parameter name: of the new file, which is to take the other's place by a move.
package func stageFile(named name: String, for path: String, with bytes: [UInt8]) throws(WritingError) {
    let destination = resolvingLinks(path)
    let existing = try whatStands(at: destination, for: path)
    guard existing.kind == .file || existing.kind == .absent else {
        throw .cannotCreate(path: path, .init(code: ENOTSUP))
    }
    let staged = "\(splittingLastComponent(destination).directory)/\(name)"
    do throws(WritingError) { try writeNewFile(bytes, at: staged, permissions: existing.permissions) } catch {
        Disk.discard(staged)
        if case .cannotWrite(_, let error) = error { throw .cannotWrite(path: path, error) }
        throw error
    }
}

/// What is to be replaced; without permissions where there is nothing yet.
private func whatStands(
    at destination: String, for path: String
) throws(WritingError) -> (kind: PathKind, permissions: mode_t?) {
    let (kind, permissions): (PathKind, mode_t)
    do { (kind, permissions) = try status(of: destination) } catch { throw .cannotCreate(path: path, error) }
    if kind == .directory { throw .isADirectory(path: path) }
    return (kind, kind == .absent ? nil : permissions)
}

/// Creates a file that must not exist yet and brings its bytes to the device.
package func writeNewFile(_ bytes: [UInt8], at path: String, permissions: mode_t? = nil) throws(WritingError) {
    let file: OpenFile
    do { file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL) } catch { throw .cannotCreate(path: path, error) }
    do throws(SystemError) {
        if let permissions { try file.setPermissions(to: permissions) }
        try file.write(bytes)
        try file.synchronise()
        try file.finish()
    } catch { throw .cannotWrite(path: path, error) }
}

private func writeInPlace(_ bytes: [UInt8], at path: String) throws(WritingError) {
    let file: OpenFile
    do { file = try OpenFile(path, O_WRONLY) } catch { throw .cannotCreate(path: path, error) }
    do {
        try file.write(bytes)
        try file.finish()
    } catch { throw .cannotWrite(path: path, error) }
}
