import ConstraintKit
import CurveArchive
import Documents

/// One bound's curves for another program.
///
/// CSV: a line for each point; points of different lines are not joined. JSON: the card and `limits`, each with its
/// lines. VOTable: the document, byte for byte.
public struct CurveExport: Sendable {
    private let entry: CatalogueEntry
    private let edges: EnvelopeEdges?

    /// - Parameter edges: of an envelope, which bound sets its points; nil for a bound of its own.
    public init(_ entry: CatalogueEntry, edges: EnvelopeEdges? = nil) { (self.entry, self.edges) = (entry, edges) }
}

extension CurveExport: RecordAnswer {
    public static let schemaName = "export"
    public static let schemaVersion = 1
    public static let meaning = "The curves of one bound, with its card."
    /// For people, who read a table as well as programs do.
    public var text: String { EntryReport(entry).text }

    public var rows: [ExportedKnot] {
        entry.document.limits.flatMap { limit in
            limit.region.lines.enumerated().flatMap { number, line in
                line.map { ExportedKnot(limit: limit, line: number + 1, knot: $0, setBy: edges?.stem(at: $0)) }
            }
        }
    }

    public static let fields: [Field<CurveExport>] =
        CardFacts.all.map { $0.of(\.entry.document.card) } + [
            Field("origin", "Where the document was found.") { OriginRecord($0.entry.origin) },
            Field("sha256", "Of the document.") { $0.entry.sha256.hexadecimal },
            Field("source", "Where it says its numbers were fetched from.") { $0.entry.document.fetchedFrom },
            Field("limits", "Its curves.") { $0.entry.document.limits.map(LimitRecord.init) },
            Field("parameters", "Numbers that its computation uses.") { NamedNumbers($0.entry.document.parameters) },
            Field(
                "tables", .dictionary(.list(ColumnRecord.schema)), "Tables that its computation uses, by their names."
            ) {
                TablesRecord(tables: $0.entry.document.tables)
            },
            Field(
                "points", "Of an envelope the points of its curves, and which bound sets each.",
                ifPresent: { export in
                    export.edges.map { _ in export.rows.map { EnvelopePointRecord(knot: $0.knot, stem: $0.setBy) } }
                }),
        ]

    public func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]? {
        format == .votable ? entry.contents : nil
    }
}

/// A point of an exported curve.
public struct ExportedKnot: Record {
    let limit: Limit
    let line: Int
    let knot: Curve.Knot
    let setBy: String?

    public static let fields: [Field<ExportedKnot>] =
        LimitRecord.shape.map { $0.of { LimitRecord(limit: $0.limit) } } + [
            Field("confidence_level", "The fraction; nothing where none is stated.") {
                $0.limit.confidenceLevel.fraction
            },
            Field("confidence_level_basis", "Whether its source states it, or it was inferred.") {
                $0.limit.confidenceLevel.basis
            },
            Field("line", "The number of the line; points of different lines are not joined.") { $0.line },
            Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.knot.mass },
            Field("coupling", "Gauge coupling g′.") { $0.knot.coupling },
            Field("set_by", "Of an envelope, the stem of the bound that sets the point.", ifPresent: \.setBy),
        ]
}

/// One curve of a document.
struct LimitRecord: Record {
    let limit: Limit

    /// What it covers and how its points are joined.
    static let shape: [Field<LimitRecord>] = [
        Field("limit", "The name of the curve.") { $0.limit.name },
        Field("kind", words: Kind.allCases.map(\.rawValue), "What the statement is worth.") { $0.limit.kind.rawValue },
        Field("side", words: ["above", "below", "inside", "outside", "below-mass"], "Which side of it is meant.") {
            $0.limit.region.shape.side
        },
        Field("topology", words: ["open", "closed", "edge"], "How its points are joined.") {
            $0.limit.region.shape.topology
        },
    ]

    static let fields: [Field<LimitRecord>] =
        [Field("name", "The name of the curve.") { $0.limit.name }, shape[1]]
        + ConfidenceLevelFields.all.map { $0.of(\.limit.confidenceLevel) } + [
            shape[2], shape[3],
            Field(
                "lines", .list(.list(.list(.number, count: 2))),
                "Its lines, each a list of points: the mass in MeV and g′."
            ) { $0.limit.region.lines.map { $0.map { [$0.mass, $0.coupling] } } },
        ]
}

extension Region {
    /// The words of the native profile for what it covers and how its points are joined.
    fileprivate var shape: (side: String, topology: String) {
        switch self {
        case .above: ("above", "open")
        case .below: ("below", "open")
        case .inside: ("inside", "closed")
        case .outside: ("outside", "closed")
        case .between: ("inside", "edge")
        case .belowMass: ("below-mass", "open")
        }
    }

    /// Its lines, parted where the publication leaves a gap.
    fileprivate var lines: [[Curve.Knot]] {
        switch self {
        case .above(let curve), .below(let curve): curve.pieces
        case .between(let band): band.edges.flatMap(\.pieces)
        case .inside(let contour), .outside(let contour): [contour.points + contour.points.prefix(1)]
        case .belowMass: [knots]
        }
    }
}

extension Curve {
    fileprivate var pieces: [[Knot]] {
        let ends = gapsAfter.sorted().map { $0 + 1 }.filter { $0 < knots.count }
        return zip([0] + ends, ends + [knots.count]).map { Array(knots[$0..<$1]) }
    }
}
