import CurveArchive
import Documents

/// What `refresh` answers, curve by curve.
public struct RefreshAnswer: ListAnswer {
    public static let schemaName = "refresh"
    public static let schemaVersion = 1
    public static let meaning = "What became of each curve that was to be refreshed."
    public let rows: [RefreshRecord]

    /// - Parameter detail: one line on what became of a curve.
    public init(_ report: RefreshReport, detail: (RefreshReport.Curve) -> String) {
        rows = report.curves.map { RefreshRecord(stem: $0.stem, outcome: $0.outcome, detail: detail($0)) }
    }

    /// One line a curve; those that have no address share one.
    public var text: String {
        let shown = rows.filter { !$0.hasNoAddress }
        let withoutAddress = rows.filter(\.hasNoAddress)
        let width = shown.map(\.stem.count).max() ?? 0
        var lines = shown.map { row in
            row.stem + String(repeating: " ", count: width + 2 - row.stem.count) + row.detail
        }
        if rows.count == 1 {
            lines += withoutAddress.map { "\($0.stem)  \($0.detail)" }
        } else if !withoutAddress.isEmpty {
            lines.append(
                "no public address of numbers is known for \(withoutAddress.count) curves, which stay as they are: "
                    + withoutAddress.map(\.stem).joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }
}

/// What became of one curve.
public struct RefreshRecord: Record {
    let stem: String
    let outcome: RefreshOutcome
    let detail: String

    var hasNoAddress: Bool { if case .noAddress = outcome { true } else { false } }

    public static let fields: [Field<RefreshRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("outcome", words: RefreshOutcome.words, "What became of it.") { $0.outcome.word },
        Field("detail", "The same in words.") { $0.detail },
        Field("url", "Where it was fetched from.") { $0.outcome.url },
        Field("moved_dex", unit: "dex", "How far a limit moved at most; null where there is none to compare.") {
            $0.outcome.change?.greatest?.dex
        },
        Field("moved_at_MeV", unit: "MeV", "The mass at which it did.") { $0.outcome.change?.greatest?.massInMeV },
    ]
}

extension RefreshOutcome {
    fileprivate static let words = [
        "updated", "unchanged", "no source", "restored", "dropped", "not in lock", "not found", "refused", "failed",
    ]

    /// The word used in machine-readable answers.
    fileprivate var word: String {
        switch self {
        case .updated: "updated"
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

    fileprivate var url: String? {
        switch self {
        case .updated(let url, _, _), .refused(let url, _, _): url
        case .unchanged(let url): url
        case .noAddress, .restored, .dropped, .notInLock, .notFound, .failed: nil
        }
    }

    fileprivate var change: CurveChange? {
        switch self {
        case .updated(_, let change, _), .refused(_, _, let change): change
        default: nil
        }
    }
}
