import ConstraintKit
import CurveArchive
import Documents

/// The answer of `show`: one bound, its card and its curves.
public struct EntryReport: Sendable {
    private let entry: CatalogueEntry

    public init(_ entry: CatalogueEntry) { self.entry = entry }

    public var text: String {
        let names = entry.document.parameters.sorted { $0.key < $1.key }
        let facts: [CardReport.Fact] =
            [("origin", Wording.origin(entry.origin)), ("computed by", entry.code.map(Wording.code))]
            + entry.shadows.map { ("in place of", Wording.origin($0)) }
            + [("fetched from", entry.document.source), ("sha256", entry.sha256.hexadecimal)]
            + names.map { ($0.key, NumberText.exact($0.value)) }
        let head = CardReport(entry.document.card, further: facts).text
        return points.isEmpty ? head : head + "\n" + table.text(as: .text)
    }

    public var json: JSONValue {
        .object(
            JSONValue.members(of: entry.document.card) + [
                .init("origin", .origin(entry.origin)),
                .init("source", .text(entry.document.source)), .init("sha256", .text(entry.sha256.hexadecimal)),
                .init(
                    "parameters",
                    .object(
                        entry.document.parameters.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) })),
                .init(
                    "curve",
                    .array(
                        points.map {
                            ["limit": .text($0.limit), "mass_MeV": .number($0.mass), "coupling": .number($0.coupling)]
                        })),
            ] + JSONValue.code(entry.code))
    }

    public var csv: String { table.text(as: .csv) }

    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("limit"), .init("mass_MeV", alignment: .right), .init("coupling", alignment: .right),
            ],
            rows: points.map { [.text($0.limit), .number($0.mass), .number($0.coupling)] })
    }

    /// The knots of all curves, in the order of the document.
    private var points: [(limit: String, mass: Double, coupling: Double)] {
        entry.document.limits.flatMap { limit in
            limit.region.knots.map { (limit.name, $0.mass, $0.coupling) }
        }
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
