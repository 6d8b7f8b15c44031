import ConstraintKit
import NumericalMethods

/// The largest N_eff that a bound grants: the scenario's, what was measured at the scenario's confidence level, or the
/// document's own.
struct GrantedNeff {
    let limit: Double
    /// What was measured; nil where the document does not say it, or the scenario grants a limit of its own.
    let measurement: Measurement?
    private let basis: Basis

    /// N_eff and its error.
    struct Measurement {
        let value: Double
        let sigma: Double

        /// How many errors an N_eff lies above it.
        func pull(of neutrinos: Double) -> Double { (neutrinos - value) / sigma }
    }

    private enum Basis {
        case document
        case scenario
        /// At this level, of both sides.
        case level(Double)
    }

    /// - Throws: ``DocumentError`` where the document has no limit, or no measurement and a level is asked for.
    init(_ document: Document, _ conventions: Conventions) throws {
        let own = try document.positiveParameter("n_eff_max")
        if let granted = conventions.greatestNeff {
            (limit, basis, measurement) = (granted, .scenario, nil)
            return
        }
        // At its own level the limit is the publication's, which need not be that of a normal error.
        let level = conventions.confidenceLevel.flatMap { $0 == document.card.confidenceLevel.fraction ? nil : $0 }
        if let level, let deviations = deviations(ofProbability: 1 - level) {
            let measured = try Measurement(of: document)
            (limit, basis) = (measured.value + deviations * measured.sigma, .level(level))
            measurement = measured
            return
        }
        (limit, basis) = (own, .document)
        let isMeasured = document.parameters["n_eff_measured"] != nil || document.parameters["n_eff_sigma"] != nil
        measurement = isMeasured ? try Measurement(of: document) : nil
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
        let shown = (limit * 1000).rounded() / 1000
        card.title = "N_eff < \(shown)"
        // As who grants 4 writes it.
        if card.title.hasSuffix(".0") { card.title.removeLast(2) }
        return card
    }
}

extension GrantedNeff.Measurement {
    /// - Throws: ``DocumentError`` where the document does not hold it.
    fileprivate init(of document: Document) throws(DocumentError) {
        value = try document.positiveParameter("n_eff_measured")
        sigma = try document.positiveParameter("n_eff_sigma")
    }
}
