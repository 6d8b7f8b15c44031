import Answers
import Assessment
import CurveArchive
import Scenarios

extension Ingredients {
    /// What is drawn of a bound: the curves of its document, or, where it is computed, what it says in the first scenario in
    /// which it limits any coupling; those that use it come first. Nil where it does so in none.
    package func drawnCurve(of entry: CatalogueEntry) throws -> DrawnCurve? {
        if let curve = DrawnCurve(entry.document) { return curve }
        let scenarios = try Scenario.shippedNames.map { try Scenario.shipped($0) }
        let using = scenarios.filter { $0.stems.contains(entry.stem) }
        for scenario in using + scenarios.filter({ !$0.stems.contains(entry.stem) }) {
            let overlays = scenario.stems.contains(entry.stem) ? [] : [entry]
            do {
                let boundSet = try BoundSet(
                    scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays)
                guard let bound = boundSet.bounds.first(where: { $0.card.stem == entry.stem }) else { continue }
                if let curve = DrawnCurve(bound, scenario: scenario.name) { return curve }
            } catch {
                // The card can be shown all the same.
                let reason = ErrorReport(of: error)?.message ?? "\(error)"
                Console.warn("the scenario '\(scenario.name)' can't be evaluated: \(reason)")
            }
        }
        return nil
    }
}
