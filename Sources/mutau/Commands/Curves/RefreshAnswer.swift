import Answers
import ConstraintKit
import CurveArchive
import Documents

/// What `refresh` answers, curve by curve.
struct RefreshAnswer {
    private struct Row {
        var stem: String
        var outcome: RefreshOutcome
        var detail: String
    }

    private let rows: [Row]

    /// - Parameter catalogue: the documents that count, by which a user's own is known to stand before a fetched one.
    init(_ report: RefreshReport, catalogue: Catalogue) {
        rows = report.curves.map { curve in
            var detail = ErrorText.of(curve.outcome, isDryRun: report.isDryRun)
            if case .updated = curve.outcome, let path = catalogue.userPath(of: curve.stem) {
                detail += "; your own document at \(ErrorText.clipped(path)) still counts in its place"
            }
            return Row(stem: curve.stem, outcome: curve.outcome, detail: detail)
        }
    }

    /// One line a curve; those that have no source share one.
    var text: String {
        let shown = rows.filter { $0.outcome.word != "no source" }
        let sourceless = rows.filter { $0.outcome.word == "no source" }
        let width = shown.map(\.stem.count).max() ?? 0
        var lines = shown.map { row in
            row.stem + String(repeating: " ", count: width + 2 - row.stem.count) + row.detail
        }
        if rows.count == 1 {
            lines += sourceless.map { "\($0.stem)  \($0.detail)" }
        } else if !sourceless.isEmpty {
            lines.append(
                "no public numeric source is known for \(sourceless.count) curves, which stay as they are: "
                    + ErrorText.list(sourceless.map(\.stem)))
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                let shift = row.outcome.change?.greatest
                return [
                    "stem": .text(row.stem), "outcome": .text(row.outcome.word), "detail": .text(row.detail),
                    "url": .text(row.outcome.url), "moved_dex": .number(shift?.dex),
                    "moved_at_MeV": .number(shift?.massInMeV),
                ]
            })
    }

    var table: PrintedTable {
        PrintedTable(
            columns: [.init("stem"), .init("outcome"), .init("detail")],
            rows: rows.map { [.text($0.stem), .text($0.outcome.word), .text($0.detail)] })
    }
}

extension RefreshOutcome {
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
