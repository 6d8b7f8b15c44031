import ConstraintKit
import CurveArchive
import CurveFormats
import Documents

/// The answer of `list`: every bound there is, with its card.
public struct CatalogueReport: Sendable {
    private let entries: [CatalogueEntry]

    public init(_ entries: [CatalogueEntry]) { self.entries = entries }

    public var text: String { table.text(as: .text) }

    /// A table with a line for each bound.
    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("Stem"), .init("Title"), .init("Kind"), .init("CL"), .init("Method"), .init("Status"),
                .init("Origin"),
            ],
            rows: entries.map { entry in
                let card = entry.document.card
                let shadowed = entry.shadows.isEmpty ? "" : " (in place of another)"
                return [
                    card.stem, card.title, card.kind.rawValue, Wording.confidenceLevel(card.confidenceLevel),
                    card.method.rawValue, card.status.rawValue, Wording.origin(entry.origin) + shadowed,
                ].map { .text($0) }
            })
    }
}

extension CatalogueReport: ListAnswer {
    public static let schemaName = "list"
    public static let schemaVersion = 1
    public static let meaning = "Every bound at hand, with its card."
    public var rows: [EntryRecord] { entries.map(EntryRecord.init) }
}

/// A document of the catalogue: its card, and where it came from.
public struct EntryRecord: Record {
    let entry: CatalogueEntry

    public static let fields: [Field<EntryRecord>] =
        CardFacts.all.map { $0.of(\.entry.document.card) } + [
            Field("origin", "Where the document was found.") { OriginRecord($0.entry.origin) }
                .inColumns(of: OriginRecord.self),
            Field("shadows", "The documents whose place it takes.") { $0.entry.shadows.map(OriginRecord.init) }
                .inCell("The places of the documents whose place it takes.") {
                    $0.entry.shadows.map { OriginRecord($0).place }
                },
            Field("sha256", "Of the document.") { $0.entry.sha256.hexadecimal },
            Field(
                "code", "The code of the plugin that computes it.", ifPresent: { $0.entry.code.map(CodeRecord.init) }
            ).inColumns(of: CodeRecord.self),
        ]
}
