import Files
import Glibc

/// Goes through the search path, in order.
public struct PluginSearch: Sendable {
    public private(set) var files: [PluginFile] = []
    /// Directories that can't be listed.
    public private(set) var problems: [DirectoryProblem] = []

    public struct DirectoryProblem: Sendable, Hashable {
        public let path: String
        public let error: SystemError
    }

    public init(_ paths: PluginPaths) {
        var seen: Set<String> = []
        // A directory that is named twice is searched once.
        for directory in paths.directories where seen.insert(absolutePath(directory)).inserted {
            add(directory, mustExist: paths.namedDirectories.contains(directory))
        }
    }

    /// Takes every `NAME.so` and every `NAME/NAME.so`; a folder without one is none of ours, or not built yet.
    private mutating func add(_ directory: String, mustExist: Bool) {
        let found: [String]
        do { found = try names(in: directory) } catch {
            if mustExist || !error.isMissing { problems.append(.init(path: directory, error: error)) }
            return
        }
        for name in found where !name.hasPrefix(".") {
            if name.hasSuffix(".so") {
                files.append(
                    PluginFile(name: String(name.dropLast(3)), folder: directory, searchDirectory: directory))
            } else if access("\(directory)/\(name)/\(name).so", F_OK) == 0 {
                files.append(PluginFile(name: name, folder: "\(directory)/\(name)", searchDirectory: directory))
            }
        }
    }
}
