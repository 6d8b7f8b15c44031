import ConstraintKit
import CurveArchive
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
    /// Everything a card says.
    static func members(of card: Card) -> [Member] {
        [
            .init("stem", .text(card.stem)), .init("title", .text(card.title)),
            .init("summary", .text(card.summary)), .init("kind", .text(card.kind.rawValue)),
        ] + confidenceLevel(card.confidenceLevel) + [
            .init("statistic", .text(card.statistic)),
            .init("kinetic_mixing", .text(Wording.mixing(card.kineticMixing))),
            .init("assumptions", .texts(card.assumptions)),
            .init("references", .array(card.references.map(reference))),
            .init("method", .text(card.method.rawValue)), .init("method_note", .text(card.methodNote)),
            .init("status", .text(card.status.rawValue)),
        ]
    }

    private static func reference(_ reference: Reference) -> JSONValue {
        [
            "texkey": .text(reference.texkey), "arxiv": .text(reference.arxiv), "doi": .text(reference.doi),
            "citation": .text(reference.citation),
        ]
    }
}
