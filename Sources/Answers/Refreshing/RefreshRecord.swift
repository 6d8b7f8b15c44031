import Assessment
import CurveArchive
import Documents

/// What became of one curve.
public struct RefreshRecord: Record {
    let curve: RefreshReport.Curve
    /// What speaks against its new version, in words.
    let reasons: [String]
    /// The cells of the whole map that it turns.
    let flips: [StandingFlip]
    let detail: String

    var stem: String { curve.stem }
    private var outcome: RefreshOutcome { curve.outcome }

    var isIgnored: Bool { outcome == .ignored }
    var hasNoAddress: Bool { if case .noAddress = outcome { true } else { false } }

    public static let fields: [Field<RefreshRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("outcome", words: RefreshOutcome.words, "What became of it.") { $0.outcome.word },
        Field("detail", "The same in words.") { $0.detail },
        Field("url", "Where it was fetched from.") { $0.outcome.url },
        Field("moved_dex", unit: "dex", "How far a limit moved at most; null where there is none to compare.") {
            $0.outcome.change?.greatest?.dex.ifFinite
        },
        Field("moved_at_MeV", unit: "MeV", "The mass at which it did.") { $0.outcome.change?.greatest?.massInMeV },
        Field("reasons", "What speaks against its new version, in words.") { $0.reasons },
        FactChangeRecord.field { $0.outcome.change },
        Field("missing", "Limits, tables, columns and parameters that only the version before has.") {
            $0.outcome.change?.missing ?? []
        },
        Field("added", "Limits, tables, columns and parameters that only the new version has.") {
            $0.outcome.change?.added ?? []
        },
        Field(
            "flipped_cells",
            "The cells of the plane at which the new version says another thing, by more than a limit may move; null where "
                + "nobody looked."
        ) { $0.curve.flips?.count },
        Field("cells", "Some of them, of each kind in turn.") { record in
            (record.curve.flips?.examples ?? []).map { CellRecord(cell: $0, stem: record.stem) }
        },
        Field("map_flips", "The cells of the map whose standing is, or would be, another by it.") {
            $0.flips.map(FlipRecord.init)
        },
    ]
}

/// A fact that is another in a new version.
struct FactChangeRecord: Record {
    let fact: CurveChange.OtherFact

    static let fields: [Field<FactChangeRecord>] = [
        Field("fact", "Its key on the card.") { $0.fact.key },
        Field("limit", "The curve that it is said of; null for the bound as a whole.") { $0.fact.limit },
        Field("before", "What was said.") { $0.fact.before }, Field("after", "What is said now.") { $0.fact.after },
    ]

    /// What a change tells of facts: first those that decide.
    static func field<Root>(_ change: @escaping @Sendable (Root) -> CurveChange?) -> Field<Root> {
        Field("changed", "Facts of its card, and of its curves, that are others in the new version.") { root in
            change(root).map { $0.facts + $0.told }?.map(FactChangeRecord.init) ?? []
        }
    }
}

/// A cell of the plane at which a bound says another thing.
struct CellRecord: Record {
    let cell: FlippedCells.Cell
    let stem: String

    private static let words = FlippedCells.Verdict.allCases.map(\.rawValue)

    static let fields: [Field<CellRecord>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.cell.massInMeV },
        Field("coupling", "Gauge coupling g′.") { $0.cell.coupling },
        Field("from", words: words, "What the version before says of it.") { $0.cell.from.rawValue },
        Field("to", words: words, "What the new version says of it.") { $0.cell.to.rawValue },
        Field("by", "Stem of the bound.") { $0.stem },
    ]
}

extension RefreshOutcome {
    fileprivate static let words = [
        "updated", "new", "ignored", "unchanged", "no source", "restored", "dropped", "not in lock", "not found",
        "refused", "failed",
    ]

    /// The word used in machine-readable answers.
    fileprivate var word: String {
        switch self {
        case .updated: "updated"
        case .arrived: "new"
        case .ignored: "ignored"
        case .unchanged: "unchanged"
        case .noAddress: "no source"
        case .restored: "restored"
        case .dropped: "dropped"
        case .notInLock: "not in lock"
        case .notFound: "not found"
        case .refused: "refused"
        case .failed: "failed"
        }
    }

    /// Where the version came from, or is; nil where no address was asked or none has it.
    public var url: String? {
        switch self {
        case .updated(let url, _, _), .refused(let url, _, _), .arrived(let url): url
        case .unchanged(let url): url
        case .noAddress, .ignored, .restored, .dropped, .notInLock, .notFound, .failed: nil
        }
    }

    fileprivate var change: CurveChange? {
        switch self {
        case .updated(_, let change, _), .refused(_, _, let change): change
        default: nil
        }
    }
}
