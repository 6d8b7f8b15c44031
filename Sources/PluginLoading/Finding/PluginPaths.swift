import Files

/// Where plugins are looked for.
public struct PluginPaths: Sendable, Hashable {
    /// In the order in which they are searched.
    public var directories: [String]
    /// Directories the environment names, which should therefore exist.
    public var namedDirectories: [String]
    /// The last of them, where `plugin install` puts plugins; nil where no home is known.
    public var ownDirectory: String?

    /// Those that the environment of the process gives now.
    /// - Parameter dataDirectory: the user's `mutau` directory for data, which holds `plugins`.
    public static func ofProcess(dataDirectory: String?) -> PluginPaths {
        PluginPaths(environment: ProcessEnvironment.values(of: ["MUTAU_PLUGIN_PATH"]), dataDirectory: dataDirectory)
    }

    /// - Parameters:
    ///   - environment: `MUTAU_PLUGIN_PATH` lists directories, separated by colons.
    ///   - dataDirectory: the user's `mutau` directory for data, which holds `plugins`.
    public init(environment: [String: String], dataDirectory: String?) {
        namedDirectories = (environment["MUTAU_PLUGIN_PATH"] ?? "").split(separator: ":").map(String.init)
        ownDirectory = dataDirectory.map { "\($0)/plugins" }
        directories = namedDirectories + (ownDirectory.map { [$0] } ?? [])
    }
}
