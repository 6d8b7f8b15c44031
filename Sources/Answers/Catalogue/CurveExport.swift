import ConstraintKit
import CurveArchive
import Documents

/// One bound's curves for another program.
public struct CurveExport: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        case csv, json, votable
    }

    private let entry: CatalogueEntry

    public init(_ entry: CatalogueEntry) { self.entry = entry }

    /// CSV: a line for each point, `limit,kind,side,topology,line,mass_MeV,coupling`; points of different lines are
    /// not joined. JSON: the card and `limits`, each with its lines. VOTable: the document, byte for byte.
    public func bytes(as format: Format) -> [UInt8] {
        switch format {
        case .csv: Array(csv.utf8)
        case .json: Array(json.pretty.utf8)
        case .votable: entry.contents
        }
    }

    private var csv: String {
        let header = CSVText.record(["limit", "kind", "side", "topology", "line", "mass_MeV", "coupling"])
        return header
            + entry.document.limits.flatMap { limit in
                let shape = limit.region.shape
                let head = [CSVText.text(limit.name), limit.kind.rawValue, shape.side, shape.topology]
                return limit.region.lines.enumerated().flatMap { number, line in
                    line.map { knot in
                        CSVText.record(
                            head + ["\(number + 1)", NumberText.exact(knot.mass), NumberText.exact(knot.coupling)])
                    }
                }
            }.joined()
    }

    private var json: JSONValue {
        .object(
            JSONValue.members(of: entry.document.card) + [
                .init("origin", .origin(entry.origin)), .init("sha256", .text(entry.sha256.hexadecimal)),
                .init("source", .text(entry.document.source)),
                .init("limits", .array(entry.document.limits.map(Self.json))),
                .init(
                    "parameters",
                    .object(
                        entry.document.parameters.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) })),
                .init(
                    "tables",
                    .object(entry.document.tables.sorted { $0.key < $1.key }.map { .init($0.key, Self.json($0.value)) })
                ),
            ])
    }

    private static func json(_ limit: Limit) -> JSONValue {
        let shape = limit.region.shape
        return .object(
            [
                .init("name", .text(limit.name)), .init("kind", .text(limit.kind.rawValue)),
            ] + JSONValue.confidenceLevel(limit.confidenceLevel) + [
                .init("side", .text(shape.side)), .init("topology", .text(shape.topology)),
                .init(
                    "lines",
                    .array(
                        limit.region.lines.map { line in
                            .array(line.map { .array([.number($0.mass), .number($0.coupling)]) })
                        })),
            ])
    }

    private static func json(_ table: AuxiliaryTable) -> JSONValue {
        .array(
            table.columns.map {
                ["name": .text($0.name), "unit": .text($0.unit), "values": .array($0.values.map { .number($0) })]
            })
    }
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

    /// Its lines, parted where the source leaves a gap.
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
