import Assessment
import ConstraintKit
import CurveArchive
import Documents

/// The answer of `limit`: which couplings are left at a mass, and who sets each edge.
public struct AllowedCouplingsReport: Sendable {
    /// By the way to combine the bounds that the scenario takes.
    private let answer: AllowedCouplings
    private let combined: CombinedCouplings?
    private let missing: MissingBounds

    /// - Parameters:
    ///   - combined: what each way to combine the bounds leaves; nil: the union alone was asked for.
    ///   - missing: the bounds that take no part because they are not at hand.
    public init(_ answer: AllowedCouplings, combined: CombinedCouplings? = nil, missing: MissingBounds = .none) {
        (self.answer, self.combined) = (combined?.allowed ?? answer, combined)
        self.missing = missing.changing(answer)
    }

    /// A sentence, and a line for each interval.
    public var text: String {
        let failures = answer.failed.map { "\($0.card.stem) could not be evaluated and is left out." }
        let own = ConditionNotes(answer.bounds).sentences + OwnDocuments(answer.bounds).sentences
        let open = answer.undecided.map(Self.sentence)
        return ((combined?.findings ?? findings) + open + failures + absent + own).map(PlainText.clean).joined(
            separator: "\n") + "\n"
    }

    /// What is not in here and could cut these intervals.
    private var absent: [String] {
        MissingWording(missing) { $0.statement(at: answer.mass) }.sentences { _ in "here" }
    }

    private var findings: [String] {
        let place = "At m = \(NumberText.exact(answer.mass.inMeV)) MeV in the scenario \(answer.scenario)"
        guard answer.isConstrained else {
            return ["\(place) no deciding bound speaks: every coupling is unconstrained."]
        }
        guard !answer.intervals.isEmpty else {
            return ["\(place) no coupling is \(answer.undecided.isEmpty ? "" : "known to be ")allowed."]
        }
        return ["\(place) these couplings are allowed:"] + answer.intervals.map { "  " + Self.line($0) }
    }

    private static func sentence(_ open: AllowedCouplings.Undecided) -> String {
        let (lower, upper) = (open.couplings.lower, open.couplings.upper)
        let edges = [
            lower > 0 ? "above \(NumberText.short(lower, digits: 2))" : nil,
            upper.isFinite ? "below \(NumberText.short(upper, digits: 2))" : nil,
        ].compactMap(\.self)
        let place = edges.isEmpty ? "At every g′" : "For g′ " + edges.joined(separator: " and ")
        return "\(place) \(open.bound.card.markedTitle) can't tell: \(open.reason)."
    }

    private static func line(_ interval: AllowedCouplings.Interval) -> String {
        let (lower, upper) = (interval.couplings.lower, interval.couplings.upper)
        let edges = [
            lower > 0 ? edge("g′ ≥ ", lower, interval.lowerSetBy) : nil,
            upper.isFinite ? edge("g′ ≤ ", upper, interval.upperSetBy) : nil,
        ].compactMap(\.self)
        guard !edges.isEmpty else { return "every g′: \(Wording.noLimit)" }
        return edges.joined(separator: " and ")
    }

    /// What a limit was derived with: `90 %, no kinetic mixing`.
    private static func basis(of card: Card) -> String {
        let level = card.confidenceLevel == .notStated ? "CL not stated" : Wording.confidenceLevel(of: card)
        return level + ", " + (card.kineticMixing == .none ? "no" : Wording.mixing(card.kineticMixing))
            + " kinetic mixing"
    }

    private static func edge(_ relation: String, _ value: Double, _ bound: Bound?) -> String {
        let edge = relation + EdgeFields.digits(of: value, bound)
        guard let bound else { return edge }
        let words =
            bound.massEdge.map { "; from there on every mass below \(NumberText.trimmed($0.inMeV)) MeV is excluded by" }
            ?? ", set by"
        return "\(edge)\(words) \(bound.card.markedTitle) (\(basis(of: bound.card)))"
    }
}

extension AllowedCouplingsReport: RecordAnswer {
    public static let schemaName = "limit"
    public static let schemaVersion = 1
    public static let meaning = "Which couplings are allowed at a mass, and which bound sets each edge."
    public var rows: [AllowedCouplingsRow] { AllowedCouplingsRow.all(answer) }

    public static let fields: [Field<AllowedCouplingsReport>] = [
        Field("scenario", "The scenario.") { $0.answer.scenario },
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.answer.mass.inMeV },
        Field(
            "constrained", "Whether any deciding bound speaks at this mass, or takes part in a product of likelihoods."
        ) { $0.answer.isConstrained },
        Field(
            "coupling_limited", "Whether any bound limits the coupling: where none does, allowed is said of every one."
        ) {
            !$0.answer.leavesEveryCoupling
        },
        Field(
            "allowed", .list(.list(.nullable(.number), count: 2)),
            "Intervals of g′ that are left by the chosen way to combine the bounds; null for no upper end."
        ) { $0.answer.intervals.map { [$0.couplings.lower, $0.couplings.upper.ifFinite] } },
        Field(
            "set_by", .list(.list(.nullable(.text), count: 2)),
            """
            For each interval, stems of the bounds that exclude, or can't tell, beyond its edges; null for no edge, and for \
            one that a product of likelihoods sets.
            """
        ) { $0.answer.intervals.map { [$0.lowerSetBy?.card.stem, $0.upperSetBy?.card.stem] } },
        Field("intervals", "The same intervals, with what the bounds at their edges rest on.") { report in
            report.answer.intervals.map { AllowedIntervalRecord(mass: report.answer.mass, interval: $0) }
        },
        Field("bounds", "Every bound of the scenario, and on what terms it takes part.") {
            $0.answer.bounds.map(TakingPartRecord.init)
        },
        Field("undecided", "Couplings that nobody excludes and at which a deciding bound, of those asked, can't tell.")
        {
            $0.answer.undecided.map(UndecidedRecord.init)
        },
        Field("failed", "Stems of deciding bounds that could not be evaluated.") { $0.answer.failed.map(\.card.stem) },
        MissingRecord.field("Bounds that are not at hand and could cut these intervals.") { $0.missing },
        Field(
            "combinations", "What each way to combine the bounds leaves.",
            ifPresent: { report in
                report.combined.map(CombinedCouplingsRecord.init)
            }),
        OwnDocuments.choice { $0.answer.ownBounds },
        OwnDocuments.field { $0.answer.bounds },
    ]
}
