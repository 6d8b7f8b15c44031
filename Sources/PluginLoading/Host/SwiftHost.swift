import Files
import Glibc

/// The program whose child can load plugins in Swift.
///
/// A plugin in Swift brings the runtime in as a shared library. A program that has the runtime inside itself would then
/// have two of them, and so leaves such plugins to a program of its own beside it, linked to the shared one. Plugins over
/// the C interface need no runtime and run in the program's own child.
enum SwiftHost {
    /// Its name.
    static let name = "mutau-plugin-host"

    /// Whether this program uses the shared runtime itself.
    static var isThisProgram: Bool {
        guard let runtime = dlopen("libswiftCore.so", RTLD_LAZY | RTLD_NOLOAD) else { return false }
        dlclose(runtime)
        return true
    }

    /// The program for plugins in Swift, where that is another than the one for plugins over the C interface.
    /// - Parameters:
    ///   - program: the latter.
    ///   - isLibrary: whether that is another than the program that runs.
    static func other(than program: String, isLibrary: Bool) -> (path: String, isThere: Bool)? {
        if isLibrary {
            // A program without a host beside it has the shared runtime, or says that it has not.
            let found = path(forProgramIn: splittingLastComponent(resolvingLinks(program)).directory)
            return found.isThere ? found : nil
        }
        guard program == Plugins.ownProgram, !isThisProgram, let directory = ownDirectory else { return nil }
        return path(forProgramIn: directory)
    }

    /// Where it may be for a program in a directory: beside it in a build, in `lib/mutau` of an installation.
    static func candidates(for directory: String) -> [String] {
        ["\(directory)/\(name)", "\(directory)/../lib/mutau/\(name)"]
    }

    /// - Returns: the first of the candidates that can be run, or else the first of all.
    static func path(forProgramIn directory: String) -> (path: String, isThere: Bool) {
        let candidates = candidates(for: directory)
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { return (candidates[0], false) }
        return (found, true)
    }

    /// The directory of the program that runs; nil where the system does not say.
    static var ownDirectory: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
