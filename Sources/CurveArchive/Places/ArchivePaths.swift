import Files

/// Where documents of curves are looked for, and where refreshed ones are kept.
public struct ArchivePaths: Sendable, Hashable {
    /// Directories of the user's own documents, first match first.
    public var userDirectories: [String]
    /// The last of them, where `add` and `import` put documents; nil where no home is known.
    public var ownDirectory: String?
    /// Where `refresh` keeps what it fetched; nil where no home is known.
    public var refreshedDirectory: String?
    /// The user's directory for data of this program; nil where no home is known.
    public var dataDirectory: String?
    /// Directories the environment names, which should therefore exist.
    public var namedDirectories: [String]

    /// Nothing but what the program carries.
    public static let none = ArchivePaths(environment: [:])

    /// Those that the environment of the process gives now.
    public static var ofProcess: ArchivePaths {
        ArchivePaths(environment: ProcessEnvironment.values(of: ["MUTAU_CURVE_PATH", "XDG_DATA_HOME", "HOME"]))
    }

    /// - Parameter environment: `MUTAU_CURVE_PATH` lists directories, separated by colons; `XDG_DATA_HOME` (by default
    ///   `$HOME/.local/share`) holds `mutau/constraints` and `mutau/refreshed`.
    public init(environment: [String: String]) {
        namedDirectories = (environment["MUTAU_CURVE_PATH"] ?? "").split(separator: ":").map(String.init)
        dataDirectory = Self.dataHome(environment).map { "\($0)/mutau" }
        ownDirectory = dataDirectory.map { "\($0)/constraints" }
        refreshedDirectory = dataDirectory.map { "\($0)/refreshed" }
        userDirectories = namedDirectories + (ownDirectory.map { [$0] } ?? [])
    }

    /// The same without the user's own folders: with the directories alone that the environment names.
    public var withoutOwn: ArchivePaths {
        var paths = self
        (paths.ownDirectory, paths.refreshedDirectory, paths.dataDirectory) = (nil, nil, nil)
        paths.userDirectories = namedDirectories
        return paths
    }

    /// Whether a file lies, or would, in one of the user's own folders.
    public func isOwn(_ path: String) -> Bool { dataDirectory.map { path.hasPrefix("\($0)/") } ?? false }

    /// The XDG specification asks to ignore a path that is not absolute.
    private static func dataHome(_ environment: [String: String]) -> String? {
        if let path = environment["XDG_DATA_HOME"], path.hasPrefix("/") { return path }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home == "/" ? "" : home)/.local/share"
    }
}
