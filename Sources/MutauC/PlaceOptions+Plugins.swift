import Asking
import Foundation
import PluginLoading

extension PlaceOptions {
    /// The program whose child runs the code of plugins: a library has no child of its own. Where there is no plugin none is
    /// looked for, and where there is no program plugins are left out, by name.
    /// - Returns: nil where no plugin takes part.
    mutating func programForPlugins() -> String? {
        let environment = ProcessInfo.processInfo.environment
        let files = PluginSearch(PluginPaths(environment: environment, dataDirectory: paths().dataDirectory)).files
        if !files.isEmpty {
            if let program = Self.program(environment) { return program }
            Console.warn(
                "plugins run in a child of the program mutau, which is not on PATH: install it, or name it in MUTAU_PROGRAM; "
                    + "left out: \(ErrorText.list(files.map(\.path)))")
        }
        noPlugins = true
        return nil
    }

    /// The one that MUTAU_PROGRAM names, or the first `mutau` on the search path. A directory that is not named in full is
    /// passed over: what lies where one happens to be is not for running.
    private static func program(_ environment: [String: String]) -> String? {
        let named = environment["MUTAU_PROGRAM"].map { [$0] }
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/mutau" }
        return (named ?? onPath).first { path in
            var isDirectory: ObjCBool = false
            return path.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: path)
                && FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
        }
    }
}
