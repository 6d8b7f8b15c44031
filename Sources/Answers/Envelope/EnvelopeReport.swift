import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Scenarios

/// The answer of `limit` at many masses: which couplings are left at each, and who sets the edges.
public struct EnvelopeReport: Sendable {
    private let scenario: Scenario
    private let bounds: [Bound]
    private let answers: [AllowedCouplings]
    private let missing: MissingBounds
    public let rows: [AllowedCouplingsRow]

    /// - Parameters:
    ///   - answers: one for each mass, in the order in which they are shown.
    ///   - boundSet: whose answers they are.
    ///   - missing: the bounds that take no part because they are not at hand.
    public init(_ answers: [AllowedCouplings], of boundSet: BoundSet, missing: MissingBounds = .none) {
        (scenario, bounds, self.answers) = (boundSet.scenario, boundSet.bounds, answers)
        self.missing = missing.changing(answers)
        rows = answers.flatMap(AllowedCouplingsRow.all)
    }

    /// A line for each interval.
    public var text: String { table.text(as: .text) }

    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("Mass [MeV]", alignment: .right), .init("Couplings"), .init("g′ from", alignment: .right),
                .init("to", alignment: .right), .init("lower edge set by"), .init("upper edge set by"),
            ],
            rows: rows.map(Self.cells), notes: notes,
            caption: "Couplings g′ that the scenario “\(scenario.name)” leaves at each Z′ mass.")
    }

    private static func cells(_ row: AllowedCouplingsRow) -> [TableCell] {
        let (lower, upper) = (row.couplings?.lower, row.couplings?.upper)
        return [
            .text(NumberText.trimmed(row.mass.inMeV)), .text(row.coverage.rawValue + subject(row)),
            lower.map { .text($0 > 0 ? EdgeFields.digits(of: $0, row.lowerSetBy ?? row.bound) : "0") }
                ?? .silence,
            upper.map { .text(EdgeFields.digits(of: $0, row.upperSetBy ?? row.bound)) } ?? .silence,
            edge(row.lowerSetBy), edge(row.upperSetBy),
        ]
    }

    /// Who can't tell, or failed.
    private static func subject(_ row: AllowedCouplingsRow) -> String {
        row.bound.map { ": \($0.card.markedTitle)" } ?? ""
    }

    private static func edge(_ bound: Bound?) -> TableCell {
        guard let card = bound?.card else { return .silence }
        let level = card.confidenceLevel == .notStated ? "CL not stated" : Wording.confidenceLevel(card.confidenceLevel)
        return .text("\(card.markedTitle) (\(level))")
    }

    private var notes: [String] {
        let coverages = Set(rows.map(\.coverage))
        let unconstrained =
            coverages.contains(.unconstrained) ? ["Where it says unconstrained, no deciding bound speaks."] : []
        let undecided =
            coverages.contains(.undecided)
            ? ["Where one bound is undecided the couplings are allowed as far as another can tell that they are."] : []
        return unconstrained + undecided + Set(rows.compactMap(\.reason)).sorted().map { "Undecided: \($0)." }
            + MissingWording.sentences(missing, along: answers) + ConditionNotes(bounds).sentences
            + OwnDocuments(bounds).sentences + MethodMark.notes(for: bounds.map(\.card))
    }
}

extension EnvelopeReport: RecordAnswer {
    public static let schemaName = "envelope"
    public static let schemaVersion = 1
    public static let meaning = "Which couplings are allowed at each of many masses, and which bounds set the edges."

    public static let fields: [Field<EnvelopeReport>] = [
        Field("scenario", "The scenario.") { $0.scenario.name },
        Field(
            "combination", words: Combination.allCases.map(\.rawValue), "How the bounds are made one statement."
        ) { $0.scenario.combination.rawValue },
        Field("masses_MeV", unit: "MeV", "The masses.") { $0.answers.map(\.mass.inMeV) },
        Field("rows", "An object for each interval of couplings at each mass, and for each bound that failed there.") {
            $0.rows
        },
        Field("bounds", "Every bound of the scenario, and on what terms it takes part.") {
            $0.bounds.map(TakingPartRecord.init)
        },
        MissingRecord.field("Bounds that are not at hand and could cut these intervals.") { $0.missing },
        OwnDocuments.choice { $0.scenario.ownBounds },
        OwnDocuments.field { $0.bounds },
    ]

    public func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]? {
        guard format == .votable else { return nil }
        return try EnvelopeVOTable(rows, of: scenario, bounds).document.serialized()
    }
}
