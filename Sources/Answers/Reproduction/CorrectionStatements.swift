import Documents
import Reproduction

/// What is known better than the paper's bounds, and what that does to its best fit.
struct CorrectionStatements {
    private let corrections: [CorrectedBound]

    init(_ reproduction: Reproduction) { corrections = reproduction.corrections }

    var all: [ReproducedStatement] { corrections.map(statement) }

    private func statement(_ correction: CorrectedBound) -> ReproducedStatement {
        let name = correction.drawn.map { "\($0), now \(correction.corrected)" } ?? "\(correction.corrected), not drawn"
        return .init(
            place: "Scenario consistent", statement: "what is excluded at 6.5 MeV: \(name)",
            paper: correction.drawn == nil ? "–" : Self.limit(correction.before),
            found: "\(Self.limit(correction.after)): P1 is \(correction.excludesP1 ? "excluded" : "left")",
            remark: correction.reason)
    }

    private static func limit(_ coupling: Double?) -> String {
        coupling.map { "from g′ = \(Found.short($0)) on" } ?? "nothing"
    }
}
