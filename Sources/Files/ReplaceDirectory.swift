import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a directory of files as a whole: what is there is replaced in one step by the new files, or stays as it is.
///
/// The new directory is written beside the old one and brought to the device; then the two exchange their names, and
/// the old one is removed. An existing directory is replaced only if it is empty or holds nothing but what this
/// function wrote there (it leaves a list, `.mutau-files`, for that purpose). Missing directories above are
/// made.
///
/// - Parameter files: names without a directory part, each with its contents.
/// - Throws: ``WritingError``; the old directory is untouched except in the case ``WritingError/leftBehind``.
public func replaceDirectory(at path: String, with files: [(name: String, bytes: [UInt8])]) throws(WritingError) {
    let marker = try OutputMarker(names: files.map(\.name))
    let destination = resolvingLinks(path)
    let existing = try replaceableDirectory(at: destination)
    let (parent, name) = splittingLastComponent(destination)
    let made: [String]
    do { made = try makeDirectories(parent) } catch { throw .cannotCreate(path: path, error) }
    let fresh = "\(parent)/\(temporaryName(for: name))"
    UnfinishedFiles.begin(fresh, names: files.map(\.name) + [OutputMarker.name])
    defer { UnfinishedFiles.end(fresh) }
    do throws(WritingError) {
        try writeNewDirectory(fresh, files + [(OutputMarker.name, marker.bytes)], permissions: existing?.permissions)
        try putInPlace(fresh, at: destination, replacesFiles: existing?.isEmpty == false)
    } catch {
        removeTree(fresh, names: files.map(\.name))
        removeDirectories(made)
        throw error
    }
    if let existing { UnfinishedFiles.begin(fresh, names: existing.names + [OutputMarker.name]) }
    try synchroniseDirectory(at: parent, writing: path)
    if let existing, !existing.isEmpty, let error = removeTree(fresh, names: existing.names) {
        throw .leftBehind(path: fresh, error)
    }
}

/// Refuses what ``replaceDirectory(at:with:)`` would refuse of what stands at a path: before hours of work, not behind them.
/// - Throws: ``WritingError``
public func checkReplaceable(at path: String) throws(WritingError) {
    _ = try replaceableDirectory(at: resolvingLinks(path))
}

/// Writes a directory of files that must not exist yet: it is there with all of them, or not at all.
/// - Throws: ``WritingError``
public func createDirectory(at path: String, with files: [(name: String, bytes: [UInt8])]) throws(WritingError) {
    let (parent, name) = splittingLastComponent(path)
    let fresh = "\(parent)/\(temporaryName(for: name))"
    UnfinishedFiles.begin(fresh, names: files.map(\.name))
    defer { UnfinishedFiles.end(fresh) }
    do throws(WritingError) {
        guard try !exists(path) else { throw .cannotCreate(path: path, .init(code: EEXIST)) }
        try writeNewDirectory(fresh, files, permissions: nil)
        // An empty directory made in between would be replaced; it holds nothing to be lost.
        try move(fresh, to: path)
        try synchroniseDirectory(at: parent, writing: path)
    } catch {
        removeTree(fresh, names: files.map(\.name))
        throw error
    }
}

/// Removes a directory that ``replaceDirectory(at:with:)`` wrote, as long as it holds nothing else.
/// - Throws: ``WritingError``; nothing is removed then, but in the case ``WritingError/leftBehind``.
public func removeDirectory(at path: String) throws(WritingError) {
    guard let existing = try replaceableDirectory(at: path) else { return }
    if let error = removeTree(path, names: existing.names) { throw .leftBehind(path: path, error) }
}

private func exists(_ path: String) throws(WritingError) -> Bool {
    do { return try status(of: path).kind != .absent } catch { throw .cannotCreate(path: path, error) }
}

private func synchroniseDirectory(at parent: String, writing path: String) throws(WritingError) {
    do { try synchroniseDirectory(parent) } catch { throw .cannotWrite(path: path, error) }
}

/// A directory that may be replaced.
private struct ReplaceableDirectory {
    var names: [String]
    var permissions: mode_t
    var isEmpty: Bool { names.isEmpty }
}

/// What stands at the path; nil where there is nothing yet.
private func replaceableDirectory(at path: String) throws(WritingError) -> ReplaceableDirectory? {
    let (kind, permissions): (PathKind, mode_t)
    do { (kind, permissions) = try status(of: path) } catch { throw .cannotCreate(path: path, error) }
    guard kind != .absent else { return nil }
    guard kind == .directory else { throw .isNotADirectory(path: path) }
    guard path != resolvingLinks(".") else { throw .isWorkingDirectory(path: path) }
    let found: [String]
    do { found = try names(in: path) } catch { throw .cannotCreate(path: path, error) }
    let others = OutputMarker.foreignNames(among: found, in: path)
    guard others.isEmpty else { throw .holdsOtherFiles(path: path, names: Array(others.prefix(3))) }
    return ReplaceableDirectory(names: found, permissions: permissions)
}

private func writeNewDirectory(
    _ path: String, _ files: [(name: String, bytes: [UInt8])], permissions: mode_t?
) throws(WritingError) {
    do throws(SystemError) {
        try Disk.makeDirectory(path)
        if let permissions { try Disk.setPermissions(of: path, to: permissions) }
    } catch { throw .cannotCreate(path: path, error) }
    for file in files { try writeNewFile(file.bytes, at: "\(path)/\(file.name)") }
    do { try synchroniseDirectory(path) } catch { throw .cannotWrite(path: path, error) }
}

/// Gives the new directory its name; afterwards the old one, if it held files, stands under the new one's.
private func putInPlace(_ fresh: String, at destination: String, replacesFiles: Bool) throws(WritingError) {
    guard replacesFiles else {
        // A rename replaces an empty directory too.
        return try move(fresh, to: destination)
    }
    do throws(SystemError) { try Disk.exchange(fresh, destination) } catch {
        guard [ENOSYS, EINVAL, ENOTSUP].contains(error.code) else { throw .cannotCreate(path: destination, error) }
        // What steps aside is the old one, and never to be lost.
        UnfinishedFiles.end(fresh)
        try exchangeInThreeSteps(fresh, destination)
    }
}

private func move(_ path: String, to destination: String) throws(WritingError) {
    do { try Disk.rename(path, to: destination) } catch { throw .cannotCreate(path: destination, error) }
}

/// For file systems that cannot exchange two names: the old one steps aside, and comes back if the new one can't take
/// its place.
func exchangeInThreeSteps(_ fresh: String, _ destination: String) throws(WritingError) {
    let aside = fresh + ".old"
    do throws(SystemError) { try Disk.rename(destination, to: aside) } catch {
        throw .cannotCreate(path: destination, error)
    }
    do { try move(fresh, to: destination) } catch {
        do throws(SystemError) { try Disk.rename(aside, to: destination) } catch {
            throw .leftBehind(path: aside, error)
        }
        throw error
    }
    do throws(SystemError) { try Disk.rename(aside, to: fresh) } catch { throw .leftBehind(path: aside, error) }
}

/// Removes the named files of a directory, its list of files, and the directory itself. Nothing that is not named
/// goes, so what someone put there in the meantime stays.
@discardableResult
private func removeTree(_ path: String, names: [String]) -> SystemError? {
    for name in names + [OutputMarker.name] { Disk.discard("\(path)/\(name)") }
    do throws(SystemError) { try Disk.removeDirectory(path) } catch { return error }
    return nil
}
