import ConstraintKit
import CurveArchive
import CurveFormats
import Documents

/// The answer of `list`: every bound there is, with its card.
public struct CatalogueReport: Sendable {
    private let entries: [CatalogueEntry]

    public init(_ entries: [CatalogueEntry]) { self.entries = entries }

    /// A table with a line for each bound.
    public var table: PrintedTable {
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

    /// The contract of `list --format json`: an array of cards.
    public var json: JSONValue {
        .array(
            entries.map { entry in
                .object(
                    JSONValue.members(of: entry.document.card) + [
                        .init("origin", .origin(entry.origin)),
                        .init("shadows", .array(entry.shadows.map { .origin($0) })),
                        .init("sha256", .text(entry.sha256.hexadecimal)),
                    ] + JSONValue.code(entry.code))
            })
    }
}

extension JSONValue {
    /// Everything a card says, in the order in which its fields are declared.
    static func members(of card: Card) -> [Member] {
        CardField.all.flatMap(\.parts).map { Member($0.key, JSONValue($0.value(card))) }
    }

    init(_ value: FieldValue) {
        self =
            switch value {
            case .null: .null
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .list(let values): .array(values.map { JSONValue($0) })
            case .record(let members): .object(members.map { Member($0.key, JSONValue($0.value)) })
            }
    }
}
