import AllowedRegion
import ConstraintKit

/// The exclusion table as a document: one row a bound, its limit at each mass.
public struct ExclusionDocument: Sendable {
    public let table: TextTable

    public init(_ source: ExclusionTable) {
        let cards = source.rows.map(\.bound.card)
        let masses = source.masses.map { TextTable.Column("\(NumberText.trimmed($0.inMeV)) MeV", alignment: .right) }
        table = TextTable(
            columns: [.init("Bound"), .init("Kind"), .init("CL")] + masses,
            rows: source.rows.map { row in
                let bound = row.bound
                return [
                    .text(bound.card.markedTitle), .text(Wording.kind(of: bound)),
                    .text(Wording.confidenceLevel(bound.card.confidenceLevel)),
                ] + row.boundaries.map { Self.cell($0, of: bound) }
            },
            notes: Self.notes(for: source),
            caption: "Couplings g′ excluded at each Z′ mass in the scenario “\(source.scenario.name)”.",
            credits: cards.map { .init(title: $0.title, keys: $0.references.compactMap(BibliographyKey.key)) })
    }

    /// The table in a format.
    public func text(as format: TableFormat) -> String { table.text(as: format) }

    private static func cell(_ boundary: Boundary?, of bound: Bound) -> TableCell {
        switch boundary {
        case nil: .text("failed")
        case .excludes(let intervals) where bound.massEdge != nil && !intervals.isEmpty: .text("all")
        case .silent: .silence
        case .excludes(let intervals) where intervals.isEmpty: .text("none")
        case .excludes(let intervals): .intervals(intervals.map { .init($0) })
        case .prefers(let bands) where bands.isEmpty: .text("none")
        case .prefers(let bands):
            // Where one band lies inside another only the widest: a row is to fit on a page.
            .intervals(
                bands.filter { ($0.deviations ?? 0) == (bands.compactMap(\.deviations).max() ?? 0) }.map { band in
                    .init(band.couplings, remark: band.deviations.map { "±\(NumberText.trimmed($0))σ" })
                })
        }
    }

    private static func notes(for source: ExclusionTable) -> [String] {
        var notes = [
            "A number a stands for g′ > a; a–b for what lies between; “none” excludes no coupling at that mass; "
                + "– says nothing there, which does not mean allowed."
        ]
        if source.rows.contains(where: { $0.bound.massEdge != nil }) {
            notes.append("“all” excludes every coupling at that mass, as far as the bound holds.")
        }
        if source.rows.contains(where: { $0.bound.card.kind == .preferred || $0.bound.card.kind == .hint }) {
            notes.append("Preferred regions and hints give the couplings they favour and exclude nothing.")
        }
        return notes + MethodMark.notes(for: source.rows.map(\.bound.card))
    }
}

extension TableCell.Interval {
    /// Zero and infinity are no edges.
    init(_ couplings: CouplingInterval, remark: String? = nil) {
        self.init(
            lower: couplings.lower > 0 ? couplings.lower : nil,
            upper: couplings.upper.isFinite ? couplings.upper : nil, remark: remark)
    }
}
