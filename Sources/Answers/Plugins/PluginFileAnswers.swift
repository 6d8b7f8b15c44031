import Documents

/// What `plugin new` answers: the folder that was written.
public struct PluginNewAnswer: RecordAnswer {
    public static let schemaName = "plugin-new"
    public static let schemaVersion = 1
    public static let meaning = "The folder of a first plugin that was written."
    private let folder: String
    private let stem: String
    private let names: [String]
    /// A line for each file.
    public let rows: [FileRecord]

    /// - Parameters:
    ///   - stem: of the bound that it computes.
    ///   - files: names without a directory, each with its contents.
    public init(folder: String, stem: String, files: [(name: String, bytes: [UInt8])]) {
        (self.folder, self.stem, names) = (folder, stem, files.map(\.name))
        rows = files.map { FileRecord("\(folder)/\($0.name)", $0.bytes) }
    }

    public var text: String {
        """
        \(folder)/ holds \(names.joined(separator: ", ")).
        Next: mutau plugin build \(folder) && mutau plugin check \(folder)
        """
    }

    public static let fields: [Field<PluginNewAnswer>] = [
        Field("folder", "Where it is.") { $0.folder }, Field("stem", "Name of the bound that it computes.") { $0.stem },
        Field("files", "What was written.") { $0.rows },
    ]
}

/// What `plugin build` answers: the library that was made.
public struct PluginBuildAnswer: RecordAnswer {
    public static let schemaName = "plugin-build"
    public static let schemaVersion = 1
    public static let meaning = "The library that was made of a plugin's code."
    private let name: String
    private let library: FileRecord

    public init(name: String, library: FileRecord) { (self.name, self.library) = (name, library) }

    public var rows: [FileRecord] { [library] }
    public var text: String { "built \(library.path)" }

    public static let fields: [Field<PluginBuildAnswer>] =
        [Field("name", "Name of the plugin.") { $0.name }] + FileRecord.fields.map { $0.of(\.library) }
}

/// What `plugin install` answers: what was copied onto the search path.
public struct PluginInstallAnswer: RecordAnswer {
    public static let schemaName = "plugin-install"
    public static let schemaVersion = 1
    public static let meaning = "A plugin that was copied onto the search path, and the bounds that take part by it."
    private let name: String
    private let folder: String
    private let stems: [String]
    private let conforms: Bool
    /// A line for each file.
    public let rows: [FileRecord]

    /// - Parameters:
    ///   - conforms: whether nothing was found wrong with it.
    ///   - files: names without a directory, each with its contents.
    public init(name: String, folder: String, stems: [String], conforms: Bool, files: [(name: String, bytes: [UInt8])])
    {
        (self.name, self.folder, self.stems, self.conforms) = (name, folder, stems, conforms)
        rows = files.map { FileRecord("\(folder)/\($0.name)", $0.bytes) }
    }

    public var text: String {
        "installed \(folder): \(stems.joined(separator: ", ")) \(stems.count == 1 ? "takes" : "take") part from now on"
    }

    public static let fields: [Field<PluginInstallAnswer>] = [
        Field("name", "Name of the plugin.") { $0.name },
        Field("folder", "Where it is from now on.") { $0.folder },
        Field("stems", "The bounds it computes.") { $0.stems },
        Field("conforms", "Whether nothing is wrong with it, as 'plugin check' tells.") { $0.conforms },
        Field("files", "What was written.") { $0.rows },
    ]
}

/// What `plugin remove` answers: what was taken out.
public struct PluginRemoveAnswer: RecordAnswer {
    public static let schemaName = "plugin-remove"
    public static let schemaVersion = 1
    public static let meaning = "A plugin that was taken out of the search path."
    private let name: String
    private let folder: String

    public init(name: String, folder: String) { (self.name, self.folder) = (name, folder) }

    public var rows: [PluginRemoveAnswer] { [self] }
    public var text: String { "removed \(folder)" }

    public static let fields: [Field<PluginRemoveAnswer>] = [
        Field("name", "Name of the plugin.") { $0.name }, Field("folder", "The folder that is gone.") { $0.folder },
    ]
}
