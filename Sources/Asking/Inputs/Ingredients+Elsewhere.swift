import Assessment
import Scenarios

extension Ingredients {
    /// The bounds of the other shipped scenarios, all of Lμ−Lτ, with those that the user added and laid over this one. A
    /// scenario that can't be evaluated costs its line in an answer, not the answer.
    package func elsewhere(than name: String, _ chosen: Scenario, _ request: ScenarioRequest) throws -> [BoundSet] {
        guard chosen.neutrinos.charges.value == .muonMinusTau else { return [] }
        let overlays = request.overlays.filter(\.origin.isOverlay)
        let added = Set(try catalogue.ownStems)
        let own = chosen.stems.filter(added.contains)
        return Scenario.shippedNames.filter { $0 != name }.compactMap { name in
            do {
                var scenario = try Scenario.shipped(name)
                scenario.takeFetched(among: catalogue.stems)
                try scenario.join(own, .init(of: own, in: catalogue))
                return try BoundSet(
                    scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays)
            } catch {
                let reason = ErrorReport(of: error)?.message ?? "\(error)"
                Console.warn("the scenario '\(name)' can't be evaluated: \(reason)")
                return nil
            }
        }
    }
}
