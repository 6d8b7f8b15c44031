#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands at a path.
enum PathKind: Hashable {
    case absent, file, directory, pipe
    /// A device or a socket.
    case other
}

/// What stands at a path after symbolic links, and its permissions.
func status(of path: String) throws(SystemError) -> (kind: PathKind, permissions: mode_t) {
    var found = stat()
    guard stat(path, &found) == 0 else {
        if errno == ENOENT { return (.absent, 0) }
        throw .current
    }
    let permissions = found.st_mode & 0o7777
    switch found.st_mode & S_IFMT {
    case S_IFREG: return (.file, permissions)
    case S_IFDIR: return (.directory, permissions)
    case S_IFIFO: return (.pipe, permissions)
    default: return (.other, permissions)
    }
}

/// Whether there is anything of that name, be it a link that leads nowhere.
package func entryExists(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0
}

/// The path without symbolic links, so that replacing it leaves the links to it as they are; as given where it leads
/// to nothing yet.
package func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The directory a path lies in and its last component.
package func splittingLastComponent(_ path: String) -> (directory: String, name: String) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
    let directory = trimmed[..<slash]
    return (directory.isEmpty ? "/" : String(directory), String(trimmed[trimmed.index(after: slash)...]))
}

/// A name that no one else uses, for what is to become `name` in the same directory.
package func temporaryName(for name: String) -> String {
    // A name may have 255 bytes, and this one is longer by up to 19.
    let readable = name.utf8.count <= 230 ? name : "long"
    return ".\(readable).\(String(UInt64.random(in: 0...(.max)), radix: 36)).new"
}

/// What a file is to become whose name ``temporaryName(for:)`` made; nil for another name.
package func finalName(ofTemporary name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].isEmpty, parts.last == "new" else { return nil }
    let random = parts[parts.count - 2].utf8
    let isRandom = (1...13).contains(random.count) && random.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
    return isRandom ? parts.dropFirst().dropLast(2).joined(separator: ".") : nil
}

/// The names in a directory, sorted; without `.` and `..`.
public func names(in directory: String) throws(SystemError) -> [String] {
    guard let stream = opendir(directory) else { throw .current }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                String(cString: $0)
            }
        }
        if name != ".", name != ".." { names.append(name) }
        errno = 0
    }
    guard errno == 0 else { throw .current }
    return names.sorted()
}

/// Makes a directory and those above it that are missing.
/// - Returns: the directories made, outermost first.
package func makeDirectories(_ path: String) throws(SystemError) -> [String] {
    guard try status(of: path).kind == .absent else { return [] }
    let parent = splittingLastComponent(path).directory
    var made = parent == path ? [] : try makeDirectories(parent)
    do throws(SystemError) { try Disk.makeDirectory(path) } catch {
        // Someone else may have made it in between; that is as good.
        if error.code == EEXIST { return made }
        removeDirectories(made)
        throw error
    }
    made.append(path)
    return made
}

/// Removes directories, innermost first, as far as they are empty.
func removeDirectories(_ paths: [String]) {
    do { for path in paths.reversed() { try Disk.removeDirectory(path) } } catch { return }
}

/// Brings the names in a directory to the device: after a rename this makes it outlast a power cut.
package func synchroniseDirectory(_ path: String) throws(SystemError) {
    try OpenFile(path, O_RDONLY | O_DIRECTORY).synchronise()
}
