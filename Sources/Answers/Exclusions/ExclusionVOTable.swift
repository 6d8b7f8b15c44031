import Assessment
import ConstraintKit
import Documents
import VOTable

/// The exclusion table for other programs: a row for each interval that a bound excludes or prefers at a mass, and one
/// where there is none, with the reason.
public struct ExclusionVOTable: Sendable {
    public let document: VOTableDocument

    public init(_ source: ExclusionTable) {
        let rows = source.rows.flatMap { row in
            zip(source.masses, row.boundaries).flatMap { Self.rows(of: row.bound, at: $0, $1) }
        }
        let bounds = source.rows.map(\.bound)
        document = VOTableDocument(
            description: "Couplings g′ that each bound excludes or prefers at some masses of a Z′.",
            resources: [
                Resource(
                    name: "exclusions",
                    params: [Param("scenario", text: source.scenario.name, ucd: "meta.id")]
                        + OwnDocuments(bounds).sentences.map { Param("own_documents", text: $0) },
                    tables: [Table(name: "exclusions", fields: Self.fields, columns: Self.columns(of: rows))])
            ])
    }

    /// The file.
    public var bytes: [UInt8] { document.serialized() }

    private struct Row {
        var bound: Bound
        var mass: Mass
        var answer: String
        var interval: TableCell.Interval?
        /// Of the edges of a preferred band, in σ.
        var deviations: Double?
    }

    private static func rows(of bound: Bound, at mass: Mass, _ boundary: Boundary?) -> [Row] {
        func row(_ answer: String, _ interval: CouplingInterval? = nil, deviations: Double? = nil) -> Row {
            Row(
                bound: bound, mass: mass, answer: answer, interval: interval.map { .init($0) }, deviations: deviations)
        }
        return switch boundary {
        case nil: [row("failed")]
        case .silent: [row("silent")]
        case .excludes(let intervals) where intervals.isEmpty: [row("nothing")]
        case .excludes(let intervals): intervals.map { row("excludes", $0) }
        case .prefers(let bands) where bands.isEmpty: [row("nothing")]
        case .prefers(let bands): bands.map { row("prefers", $0.couplings, deviations: $0.deviations) }
        }
    }

    private static let fields = [
        text("bound", ucd: "meta.id;meta.main", "Stem of the bound"), text("title", ucd: "meta.title", "Its name"),
        text("kind", ucd: "meta.code", "What it is worth"),
        text("confidence_level", ucd: "stat.confidenceLevel", "Of its limit, or that the source states none"),
        text("references", ucd: "meta.bib", "Keys of its references in the bibliography"),
        Field(name: "mass", unit: "MeV", ucd: "phys.mass", description: "Mass of the Z′"),
        text(
            "answer", ucd: "meta.code",
            "excludes or prefers the couplings between coupling_low and coupling_high; nothing; silent, which does not "
                + "mean allowed; failed"),
        Field(
            name: "coupling_low", unit: "", ucd: "arith.factor;stat.min",
            description: "Gauge coupling g′ from which on; null: from zero"),
        Field(
            name: "coupling_high", unit: "", ucd: "arith.factor;stat.max",
            description: "Gauge coupling g′ up to which; null: without end"),
        Field(
            name: "deviations", unit: "", ucd: "stat.error",
            description:
                "Standard deviations at the edges of a preferred band; bands of one mass may lie inside one another"),
    ]

    private static func text(_ name: String, ucd: String, _ description: String) -> Field {
        .text(name, ucd: ucd, description: description)
    }

    private static func columns(of rows: [Row]) -> [Column] {
        let cards = rows.map(\.bound.card)
        return [
            .texts(cards.map(\.stem)), .texts(cards.map(\.markedTitle)),
            .texts(rows.map { Wording.kind(of: $0.bound) }),
            .texts(cards.map { Wording.confidenceLevel($0.confidenceLevel) }),
            .texts(cards.map { $0.references.compactMap(BibliographyKey.key).joined(separator: " ") }),
            .numbers(rows.map { Optional($0.mass.inMeV) }), .texts(rows.map(\.answer)),
            .numbers(rows.map { $0.interval?.lower }), .numbers(rows.map { $0.interval?.upper }),
            .numbers(rows.map(\.deviations)),
        ]
    }
}
