import Assessment
import ConstraintKit
import CurveArchive
import Scenarios

/// What a correction does at the paper's best fit: a bound as the scenario `paper` draws it, and as `consistent` has it.
public struct CorrectedBound: Sendable {
    /// What is drawn, by its title; nil where nothing is.
    public let drawn: String?
    /// What stands in its place.
    public let corrected: String
    /// What is corrected, in a sentence.
    public let reason: String
    /// The least coupling that each excludes at the mass of P1; nil for none.
    public let before: Double?
    public let after: Double?
    /// Whether the corrected bound excludes P1, be it one that decides or one that informs.
    public let excludesP1: Bool

    /// - Throws: what a document or bound refuses.
    static func all(
        _ published: PublishedBounds, catalogue: Catalogue, linkedBounds: LinkedBounds
    ) throws -> [CorrectedBound] {
        let (paper, consistent) = (try Scenario.shipped("paper"), try Scenario.shipped("consistent"))
        func bound(_ stem: String, _ scenario: Scenario) throws -> Bound {
            try Bound(
                catalogue.entry(for: stem), role: .informs, alternatives: nil,
                conventions: scenario.conventionsOfBounds, linkedBounds: linkedBounds)
        }
        let point = PublishedPoint.p1
        let (mass, coupling) = (try Mass(inMeV: point.mass), try Coupling(point.coupling))
        return try published.corrections.map { correction in
            let drawn = try correction.drawn.map { try bound($0, paper) }
            let corrected = try bound(correction.corrected, consistent)
            var excludesP1 = false
            if case .excludes(let intervals)? = corrected.boundary(at: mass) {
                excludesP1 = intervals.contains { $0.lower < coupling.value && coupling.value < $0.upper }
            }
            return CorrectedBound(
                drawn: drawn?.card.title, corrected: corrected.card.title, reason: correction.reason,
                before: drawn?.lowestExcluded(atMass: point.mass), after: corrected.lowestExcluded(atMass: point.mass),
                excludesP1: excludesP1)
        }
    }
}
