import Assessment
import CurveArchive
import Documents

/// What `refresh` answers, curve by curve.
public struct RefreshAnswer: ListAnswer {
    public static let schemaName = "refresh"
    public static let schemaVersion = 1
    public static let meaning = "What became of each curve that was to be refreshed."
    public let rows: [RefreshRecord]

    /// - Parameters:
    ///   - flips: the cells of the map that turn, or would turn were all taken, by the bounds that make them.
    ///   - reason: one line on what speaks against a version.
    ///   - detail: one line on what became of a curve.
    public init(
        _ report: RefreshReport, flips: [StandingFlip] = [], reason: (RefreshRefusal) -> String,
        detail: (RefreshReport.Curve) -> String
    ) {
        rows = report.curves.map { curve in
            var reasons: [String] = []
            if case .refused(_, let refusals, _) = curve.outcome { reasons = refusals.map(reason) }
            return RefreshRecord(
                curve: curve, reasons: reasons, flips: flips.filter { $0.stem == curve.stem }, detail: detail(curve))
        }
    }

    /// One line a curve; those that have no address share one, and those of a mirror that nothing here knows.
    public var text: String {
        let ignored = rows.filter(\.isIgnored)
        let shown = rows.filter { !$0.hasNoAddress && !$0.isIgnored }
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
        if let first = ignored.first {
            let names = ignored.prefix(10).map(\.stem).joined(separator: ", ") + (ignored.count > 10 ? ", …" : "")
            lines.append(
                "the mirror names \(ignored.count) curves that nothing here knows, and they are left out: \(names); "
                    + "'mutau refresh \(first.stem)' would ask for one")
        }
        return lines.joined(separator: "\n")
    }
}
