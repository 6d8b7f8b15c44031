import Assessment
import ConstraintKit
import Documents

/// On what terms a bound takes part.
enum ConditionFields {
    /// As answers call them.
    static var names: [String] { all.map(\.property.name) }

    static let all: [Field<Bound>] = [
        Field(
            "lacks", "What its card lacks for an observed limit to decide: publication, confidence-level; else empty."
        ) {
            $0.conditions.lacks.map(\.rawValue)
        },
        Field("counts_by_choice", "Whether it decides although its card lacks something, because the scenario says so.")
        {
            $0.conditions.countsByChoice
        },
        Field("rescaled", "How its curve was rescaled to the scenario's confidence level, mixing and charges.") {
            $0.conditions.changes
        },
        Field(
            "level_remark",
            "Why it does not stand at the confidence level that the scenario asks for; null where it does."
        ) {
            Wording.level(of: $0)
        },
        Field("curve_error", "The relative error with which the curve itself is known; null where nobody says.") {
            $0.card.curveError
        },
    ]
}
