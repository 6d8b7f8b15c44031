import ConstraintKit
import CurveArchive

/// The answer of `show`: one bound, its card and its curves.
public struct EntryReport: Sendable {
    private let entry: CatalogueEntry

    public init(_ entry: CatalogueEntry) { self.entry = entry }

    public var text: String {
        let card = entry.document.card
        var lines = ["\(card.title)  (\(card.stem))"]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  " + name.padded(to: 18) + value)
        }
        add("summary", card.summary)
        add("kind", Wording.kind(card.kind))
        add("confidence level", Wording.confidenceLevel(card.confidenceLevel))
        add("statistic", card.statistic)
        add("kinetic mixing", Wording.mixing(card.kineticMixing))
        add("method", card.method.rawValue + (card.methodNote.map { ": \($0)" } ?? ""))
        add("status", card.status.rawValue)
        for assumption in card.assumptions { add("assumes", assumption) }
        for reference in card.references { add("reference", Self.line(reference)) }
        add("origin", Wording.origin(entry.origin))
        for origin in entry.shadows { add("in place of", Wording.origin(origin)) }
        add("sha256", entry.sha256.hexadecimal)
        for (name, value) in entry.document.parameters.sorted(by: { $0.key < $1.key }) {
            add(name, NumberText.exact(value))
        }
        let head = lines.map(PlainText.clean).joined(separator: "\n") + "\n"
        return points.isEmpty ? head : head + "\n" + table.text(as: .text)
    }

    public var json: JSONValue {
        .object(
            JSONValue.members(of: entry.document.card) + [
                .init("origin", .origin(entry.origin)),
                .init("sha256", .text(entry.sha256.hexadecimal)),
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
            ])
    }

    public var csv: String { table.text(as: .csv) }

    private var table: TextTable {
        TextTable(
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

    private static func line(_ reference: Reference) -> String {
        let identifiers = [reference.texkey, reference.arxiv.map { "arXiv:\($0)" }, reference.doi.map { "doi:\($0)" }]
        return ([reference.citation] + identifiers.compactMap(\.self)).filter { !$0.isEmpty }.joined(separator: ", ")
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

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
