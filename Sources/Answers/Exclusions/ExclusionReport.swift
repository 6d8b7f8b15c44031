import Assessment
import ConstraintKit
import Documents

/// The exclusion table as a document: one row a bound, its limit at each mass.
public struct ExclusionReport: Sendable {
    public let table: PrintedTable
    private let exclusions: ExclusionTable
    private let layout: LaTeXLayout

    /// - Parameter layout: the room that it has in LaTeX.
    public init(_ exclusions: ExclusionTable, layout: LaTeXLayout = .column) {
        (self.exclusions, self.layout) = (exclusions, layout)
        let masses = exclusions.masses.map {
            PrintedTable.Column("\(NumberText.trimmed($0.inMeV)) MeV", alignment: .right)
        }
        table = PrintedTable(
            columns: [.init("Bound"), .init("Kind"), .init("CL")] + masses,
            rows: exclusions.rows.map { row in
                let bound = row.bound
                let cells = zip(exclusions.masses, row.boundaries).map { mass, boundary in
                    Self.cell(boundary, of: bound, at: mass)
                }
                return [
                    .text(bound.card.markedTitle), .text(Wording.kind(of: bound)),
                    .text(Self.level(of: row)),
                ] + cells
            },
            notes: Self.notes(for: exclusions),
            caption: "Couplings g′ excluded at each Z′ mass in the scenario “\(exclusions.scenario.name)”.")
    }

    /// The table in a format that people read.
    public func text(as format: TableFormat) -> String { table.text(as: format) }

    static func cell(_ boundary: Boundary?, of bound: Bound, at mass: Mass) -> TableCell {
        switch boundary {
        case nil: .text("failed")
        case .silent: .silence
        case .excludes(let intervals): excludedAndOpen(Array(intervals), of: bound, at: mass)
        case .prefers(let bands) where bands.isEmpty: .text("none")
        case .prefers(let bands):
            // Where one band lies inside another only the widest: a row is to fit on a page.
            .intervals(bands.filter { $0.deviations == widest(of: bands) }.map { .init($0.couplings) })
        }
    }

    /// What a bound excludes and where it can't tell, rising.
    private static func excludedAndOpen(_ excluded: [CouplingInterval], of bound: Bound, at mass: Mass) -> TableCell {
        let digits = bound.digitsOfEdges ?? 3
        let open = CouplingIntervals(union: bound.statedUndecided(at: mass).map(\.couplings))
        let parts: [(couplings: CouplingInterval, isUndecided: Bool)] =
            excluded.map { (couplings: $0, isUndecided: false) } + open.map { (couplings: $0, isUndecided: true) }
        guard !parts.isEmpty else { return .text("none") }
        return .intervals(
            parts.sorted { $0.couplings.lower < $1.couplings.lower }
                .map { .init($0.couplings, digits: digits, isUndecided: $0.isUndecided) })
    }

    /// The deviations of the widest band; nil where bands have none.
    private static func widest(of bands: [PreferredInterval]) -> Double? { bands.compactMap(\.deviations).max() }

    /// The confidence level of a limit, the deviations at the edges of a band.
    private static func level(of row: ExclusionTable.Row) -> String {
        guard let widest = deviations(of: row) else {
            return Wording.confidenceLevel(row.bound.card.confidenceLevel)
        }
        return "±\(NumberText.trimmed(widest))σ"
    }

    /// At the edges of the widest band that is shown; nil where there is none.
    static func deviations(of row: ExclusionTable.Row) -> Double? {
        row.boundaries.compactMap { boundary -> Double? in
            if case .prefers(let bands) = boundary { widest(of: bands) } else { nil }
        }.max()
    }

    private static func notes(for exclusions: ExclusionTable) -> [String] {
        let bounds = exclusions.rows.map(\.bound)
        return readingNotes(for: exclusions) + ConditionNotes(bounds).sentencesOfCurves
            + OwnDocuments(bounds).sentences + MethodMark.notes(for: bounds.map(\.card))
    }

    /// At which levels limits decide, and which documents are not the program's own.
    static func sourceNotes(for exclusions: ExclusionTable) -> [String] {
        let bounds = exclusions.rows.map(\.bound)
        return [ConditionNotes(bounds).levels].compactMap(\.self) + OwnDocuments(bounds).sentences
    }

    /// What the signs in the cells mean.
    static func readingNotes(for exclusions: ExclusionTable) -> [String] {
        var notes = [
            "A number a stands for g′ > a; a–b for what lies between; “none” excludes no coupling at that mass; "
                + "– says nothing there, which does not mean allowed."
        ]
        let isUndecidedSomewhere = exclusions.rows.contains { row in
            exclusions.masses.contains { !row.bound.statedUndecided(at: $0).isEmpty }
        }
        if isUndecidedSomewhere {
            notes.append("A question mark stands behind couplings of which the bound can't tell.")
        }
        // A bound on the mass has a floor, and excludes every coupling above that.
        let excludesAllSomewhere = exclusions.rows.contains { row in
            row.boundaries.contains { boundary in
                guard case .excludes(let intervals)? = boundary else { return false }
                return intervals.contains { $0.lower == 0 && !$0.upper.isFinite }
            }
        }
        if excludesAllSomewhere {
            notes.append("“all” excludes every coupling at that mass, as far as the bound holds.")
        }
        if exclusions.rows.contains(where: { $0.bound.card.kind == .preferred || $0.bound.card.kind == .hint }) {
            notes.append("Preferred regions and hints give the couplings they favour and exclude nothing.")
        }
        if exclusions.scenario.combination != .union {
            notes.append(
                "Each bound stands by itself: the way in which the scenario combines them changes nothing here.")
        }
        return notes
    }
}

extension TableCell.Interval {
    /// Zero and infinity are no edges.
    init(_ couplings: CouplingInterval, digits: Int = 3, isUndecided: Bool = false) {
        self.init(
            lower: couplings.lower > 0 ? couplings.lower : nil,
            upper: couplings.upper.isFinite ? couplings.upper : nil, digits: digits, isUndecided: isUndecided)
    }
}

extension ExclusionReport: RecordAnswer {
    public static let schemaName = "table"
    public static let schemaVersion = 1
    public static let meaning = "What each bound of a scenario excludes or prefers at some masses."
    public var text: String { text(as: .text) }
    public var rows: [ExclusionRecord] { ExclusionRecord.all(exclusions) }

    public static let fields: [Field<ExclusionReport>] = [
        Field("scenario", "The scenario.") { $0.exclusions.scenario.name },
        Field("masses_MeV", unit: "MeV", "The masses.") { $0.exclusions.masses.map(\.inMeV) },
        Field("rows", "An object for each interval; where a bound has none at a mass, one that says why.") { $0.rows },
        OwnDocuments.choice { $0.exclusions.scenario.ownBounds },
        OwnDocuments.field { $0.exclusions.rows.map(\.bound) },
    ]

    public func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]? {
        switch format {
        case .votable: try ExclusionVOTable(exclusions).bytes
        case .latex: Array(ExclusionLaTeX(exclusions, layout: layout).text.utf8)
        default: TableFormat(rawValue: format.rawValue).map { Array(text(as: $0).utf8) }
        }
    }
}
