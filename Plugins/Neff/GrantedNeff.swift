import ConstraintKit
import NumericalMethods

/// The largest N_eff that a bound grants: the scenario's, what was measured at the scenario's confidence level, or the
/// document's own.
struct GrantedNeff {
    let limit: Double
    private let basis: Basis

    private enum Basis {
        case document
        case scenario
        /// At this level, of both sides.
        case level(Double)
    }

    /// - Throws: ``DocumentError`` where the document has no limit, or no measurement and a level is asked for.
    init(_ document: Document, _ conventions: Conventions) throws {
        let measured = try document.positiveParameter("n_eff_max")
        if let granted = conventions.greatestNeff {
            (limit, basis) = (granted, .scenario)
        } else if let level = conventions.confidenceLevel, let deviations = deviations(ofProbability: 1 - level) {
            let value = try document.positiveParameter("n_eff")
            limit = value + deviations * (try document.positiveParameter("n_eff_sigma"))
            basis = .level(level)
        } else {
            (limit, basis) = (measured, .document)
        }
    }

    /// The card as it holds for this limit; of the scenario's own nobody has stated a confidence level.
    func adapted(_ card: Card) -> Card {
        var card = card
        switch basis {
        case .document: return card
        case .scenario: card.confidenceLevel = .notStated
        case .level(let level):
            card.confidenceLevel = .stated(level)
            let note = "here at the confidence level of the scenario, of a normal error and both sides"
            card.methodNote = [card.methodNote, note].compactMap(\.self).joined(separator: "; ")
        }
        card.title = "N_eff < \((limit * 1000).rounded() / 1000)"
        return card
    }
}
