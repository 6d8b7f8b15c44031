import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The calls of the system that change what is on the disk, each a step at which a test may interrupt; ``OpenFile`` has
/// those on an open file.
package enum Disk {
    /// Before each call.
    static func step(_ half: () -> Void = {}) throws(SystemError) {
        UnfinishedFiles.holdIfEnding()
        try PlannedFault.ofProgram?.meet(half)
    }

    private static func call(_ work: () -> Int32) throws(SystemError) {
        try step()
        guard work() == 0 else { throw .current }
    }

    /// Gives a file or directory another name, in place of what had it.
    package static func rename(_ path: String, to other: String) throws(SystemError) {
        try call { renameEntry(path, other) }
    }

    /// Exchanges two names in one step.
    static func exchange(_ path: String, _ other: String) throws(SystemError) {
        try step()
        let code = csystem_exchange(path, other)
        guard code == 0 else { throw .init(code: code) }
    }

    /// Takes a file's name away; of a link, the link.
    package static func unlink(_ path: String) throws(SystemError) { try call { unlinkEntry(path) } }

    /// Does the same to a file that nothing refers to: that it can't be removed harms nobody.
    /// - Returns: whether it is gone.
    @discardableResult
    package static func discard(_ path: String) -> Bool {
        do throws(SystemError) { try unlink(path) } catch { return error.isMissing }
        return true
    }

    static func makeDirectory(_ path: String) throws(SystemError) { try call { mkdir(path, 0o777) } }

    static func removeDirectory(_ path: String) throws(SystemError) { try call { rmdir(path) } }

    static func setPermissions(of path: String, to mode: mode_t) throws(SystemError) { try call { chmod(path, mode) } }
}

// Inside of `Disk` these names are its own.
private func renameEntry(_ path: String, _ other: String) -> Int32 { rename(path, other) }
private func unlinkEntry(_ path: String) -> Int32 { unlink(path) }
