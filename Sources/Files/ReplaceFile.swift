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
    let existing: (kind: PathKind, permissions: mode_t)
    do { existing = try status(of: destination) } catch { throw .cannotCreate(path: path, error) }
    switch existing.kind {
    case .directory: throw .isADirectory(path: path)
    case .pipe, .other:
        try writeInPlace(bytes, at: path)
        return nil
    case .file: return try writeBeside(destination, bytes, permissions: existing.permissions)
    case .absent: return try writeBeside(destination, bytes, permissions: nil)
    }
}

private func writeBeside(
    _ destination: String, _ bytes: [UInt8], permissions: mode_t?
) throws(WritingError) -> String {
    let (directory, name) = splittingLastComponent(destination)
    let temporary = "\(directory)/\(temporaryName(for: name))"
    do throws(WritingError) {
        try writeNewFile(bytes, at: temporary, permissions: permissions)
        guard rename(temporary, destination) == 0 else { throw .cannotCreate(path: destination, .current) }
    } catch {
        unlink(temporary)
        throw error
    }
    return directory
}

/// Creates a file that must not exist yet and brings its bytes to the device.
package func writeNewFile(_ bytes: [UInt8], at path: String, permissions: mode_t? = nil) throws(WritingError) {
    let file: OpenFile
    do { file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL) } catch { throw .cannotCreate(path: path, error) }
    do throws(SystemError) {
        if let permissions, fchmod(file.descriptor, permissions) != 0 { throw .current }
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
