import Documents
import PluginLoading

/// What `plugin list` answers: the plugins on the search path, taken or refused.
public struct PluginListAnswer: ListAnswer {
    public static let schemaName = "plugin-list"
    public static let schemaVersion = 1
    public static let meaning = "The plugins on the search path: taken or refused, and why."
    public let rows: [PluginRecord]
    private let directories: [String]

    /// - Parameters:
    ///   - files: those found.
    ///   - directories: where they were looked for.
    ///   - reason: the words for why one is refused.
    public init(_ files: [PluginFile], _ plugins: Plugins, directories: [String], reason: (PluginRefusal) -> String) {
        let taken = Dictionary(uniqueKeysWithValues: plugins.taken.map { ($0.file, $0) })
        let refused = Dictionary(uniqueKeysWithValues: plugins.refused.map { ($0.file, reason($0.reason)) })
        rows = files.map { file in
            PluginRecord(
                name: file.name, path: file.path, isAccepted: taken[file] != nil, stems: taken[file]?.stems ?? [],
                sha256: taken[file]?.sha256.hexadecimal, reason: refused[file])
        }
        self.directories = directories
    }

    public var text: String {
        guard !rows.isEmpty else { return "no plugins in \(directories.joined(separator: ", "))" }
        return PrintedTable(
            columns: [.init("Plugin"), .init("State"), .init("Bounds"), .init("File"), .init("Reason")],
            rows: rows.map { row in
                [
                    row.name, row.isAccepted ? "accepted" : "refused", row.stems.joined(separator: " "), row.path,
                    row.reason ?? "",
                ].map { .text($0) }
            }
        ).text(as: .text)
    }
}

/// A plugin on the search path.
public struct PluginRecord: Record {
    let name: String
    let path: String
    let isAccepted: Bool
    let stems: [String]
    let sha256: String?
    let reason: String?

    public static let fields: [Field<PluginRecord>] = [
        Field("name", "Its name.") { $0.name }, Field("path", "Its library.") { $0.path },
        Field("accepted", "Whether it takes part.") { $0.isAccepted },
        Field("stems", "The bounds it computes.") { $0.stems },
        Field("sha256", "Of its library; null where it is refused.") { $0.sha256 },
        Field("reason", "Why it is refused.") { $0.reason },
    ]
}
