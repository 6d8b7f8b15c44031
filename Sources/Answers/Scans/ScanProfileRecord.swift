import Documents
import Scan

/// What a profile says.
public struct ScanProfileRecord: Record {
    private let summary: ProfileSummary

    init(_ summary: ProfileSummary) { self.summary = summary }

    public static let fields: [Field<ScanProfileRecord>] = [
        Field("chi2_total", "The least of all rows, with the penalties of normal priors; null where none has one.") {
            $0.summary.best?.chi2
        },
        Field("penalty", "What the priors add to it; null likewise.") { $0.summary.best?.penalty },
        Field("row", "Of it, from 0; null likewise.") { $0.summary.best?.row },
        Field("parameters", "Their values there, in the order of the plan.") {
            ($0.summary.best?.values ?? []).map { BestValue(name: $0.name, value: $0.value) }
        },
        Field("not_converged", "Rows whose search ended before it gained nothing more.") { $0.summary.notConverged },
        Field("evaluations", "Of χ², in all.") { $0.summary.evaluations },
    ]

    /// For a person.
    var lines: [String] {
        func short(_ number: Double) -> String { NumberText.short(number, digits: 6) }
        var lines: [String] = []
        if let best = summary.best {
            lines.append(
                "The least χ² is \(short(best.chi2)), of which priors add \(short(best.penalty)), in row \(best.row): "
                    + best.values.map { "\($0.name) \(short($0.value))" }.joined(separator: ", ") + ".")
        }
        lines.append("χ² was found \(summary.evaluations) times.")
        if summary.notConverged > 0 {
            lines.append(
                "\(Counted.text(summary.notConverged, "row")) did not converge: give the plan's 'profile' more evaluations."
            )
        }
        return lines
    }
}

/// A parameter where χ² is least.
public struct BestValue: Record {
    let name: String
    let value: Double

    public static let fields: [Field<BestValue>] = [
        Field("name", "As in the plan.") { $0.name }, Field("value", "In the parameter's unit.") { $0.value },
    ]
}

/// Rows that have no χ², for one reason.
public struct MissingChi2: Record {
    let reason: String
    let count: Int

    public static let fields: [Field<MissingChi2>] = [
        Field("reason", "As in the column chi2_status.") { $0.reason }, Field("count", "Rows.") { $0.count },
    ]
}
