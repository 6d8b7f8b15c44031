import Files
import Glibc

/// A file on the search path that should be a plugin: `NAME.so`, alone or in a folder `NAME`.
///
/// The documents of its bounds lie beside it, `<stem>.vot`.
public struct PluginFile: Sendable, Hashable {
    /// Without its ending.
    public let name: String
    /// Where it was found.
    public let path: String
    /// The directory it lies in.
    public let folder: String
    /// The directory of the search path it was found below.
    public let searchDirectory: String

    public init(name: String, folder: String, searchDirectory: String) {
        self.name = name
        self.folder = folder
        self.searchDirectory = searchDirectory
        path = "\(folder)/\(name).so"
    }

    /// The plugin of a folder, as ``PluginSearch`` would find it there: it has the folder's name.
    public init(folder: String) {
        let path = absolutePath(folder)
        self.init(name: String(path.split(separator: "/").last ?? "plugin"), folder: path, searchDirectory: path)
    }

    /// Where the values are that a bound must reproduce: its test.
    public func knownValuesPath(of stem: String) -> String { "\(folder)/\(stem).known.csv" }

    /// The file of known values; nil where there is none.
    func knownValues(of stem: String) throws -> [UInt8]? {
        do {
            return try readFile(knownValuesPath(of: stem), limit: 1 << 20)
        } catch ReadingError.unreadable(_, let error) where error.isMissing { return nil }
    }

    /// Where the document of one of its bounds must be.
    public func documentPath(of stem: String) -> String { "\(folder)/\(stem).vot" }
}

/// A path from the root, links resolved as far as there is something there.
func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}
