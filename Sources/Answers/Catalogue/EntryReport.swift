import ConstraintKit
import CurveArchive
import Documents

/// The answer of `show`: one bound, its card and its curves.
public struct EntryReport: Sendable {
    private let entry: CatalogueEntry
    /// What is drawn below, and with which signs; nil: nothing.
    private let drawn: (curve: DrawnCurve, signs: TerminalSigns)?

    /// - Parameter drawn: the curve that is drawn below the card, and the signs of the terminal; nil: none is.
    public init(_ entry: CatalogueEntry, drawn: (curve: DrawnCurve, signs: TerminalSigns)? = nil) {
        self.entry = entry
        self.drawn = drawn
    }

    public var text: String {
        let names = entry.document.parameters.sorted { $0.key < $1.key }
        let facts: [CardReport.Fact] =
            [("origin", Wording.origin(entry.origin)), ("computed by", entry.code.map(Wording.code))]
            + entry.shadows.map { ("in place of", Wording.origin($0)) }
            + [("fetched from", entry.document.fetchedFrom), ("sha256", entry.sha256.hexadecimal)]
            + names.map { ($0.key, NumberText.exact($0.value)) }
        let head = CardReport(entry.document.card, further: facts).text
        let plot = drawn.flatMap { CurvePlot($0.curve, signs: $0.signs)?.text }
        return ([head] + (points.isEmpty ? [] : [table.text(as: .text)]) + (plot.map { [$0] } ?? []))
            .joined(separator: "\n")
    }

    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("limit"), .init("mass_MeV", alignment: .right), .init("coupling", alignment: .right),
            ],
            rows: points.map { [.text($0.limit), .number($0.mass), .number($0.coupling)] })
    }

    /// The knots of all curves, in the order of the document.
    private var points: [KnotRecord] {
        entry.document.limits.flatMap { limit in
            limit.region.knots.map { KnotRecord(limit: limit.name, mass: $0.mass, coupling: $0.coupling) }
        }
    }
}

extension EntryReport: RecordAnswer {
    public static let schemaName = "show"
    public static let schemaVersion = 1
    public static let meaning = "One bound: its card, where its numbers come from, and its curve."
    public var rows: [KnotRecord] { points }

    public static let fields: [Field<EntryReport>] =
        CardFacts.all.map { $0.of(\.entry.document.card) } + [
            Field("origin", "Where the document was found.") { OriginRecord($0.entry.origin) },
            Field("shadows", "The documents whose place it takes.") { $0.entry.shadows.map(OriginRecord.init) },
            Field("source", "Where it says its numbers were fetched from.") { $0.entry.document.fetchedFrom },
            Field("sha256", "Of the document.") { $0.entry.sha256.hexadecimal },
            Field("parameters", "Numbers that its computation uses.") { NamedNumbers($0.entry.document.parameters) },
            Field("curve", "The points of its curves.") { $0.points },
            Field(
                "code", "The code of the plugin that computes it.", ifPresent: { $0.entry.code.map(CodeRecord.init) }),
        ]
}

/// A point of a curve.
public struct KnotRecord: Record {
    let limit: String
    let mass: Double
    let coupling: Double

    public static let fields: [Field<KnotRecord>] = [
        Field("limit", "The name of the curve.") { $0.limit },
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.mass },
        Field("coupling", "Gauge coupling g′.") { $0.coupling },
    ]
}

/// Numbers by their names, in alphabetical order.
struct NamedNumbers: Described {
    private let values: [String: Double]

    init(_ values: [String: Double]) { self.values = values }

    static var schema: Schema { .dictionary(.number) }

    func encode(to encoder: any Encoder) throws {
        try JSONValue.object(values.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) }).encode(
            to: encoder)
    }
}

extension Region {
    /// The points its lines are drawn through.
    var knots: [Curve.Knot] {
        switch self {
        case .above(let curve), .below(let curve): curve.knots
        case .inside(let contour), .outside(let contour): contour.points
        case .between(let band): band.edges.flatMap(\.knots)
        case .belowMass(let mass, let couplings): [.init(mass: mass.inMeV, coupling: couplings.lower)]
        }
    }
}
