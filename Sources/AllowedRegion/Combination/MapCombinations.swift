import Assessment
import Scenarios

/// What each way to combine the bounds says over a map.
public struct MapCombinations: Sendable {
    /// The way that the scenario takes, and the standings of the map.
    public let chosen: Combination
    public let likelihood: LikelihoodSurface
    /// The number of deciding bounds that speak at some mass of the map.
    public let speaking: Int
    private let standings: [Combination: [Standing]]
    private let decidingBound: [Combination: [Int16]]

    init(_ chosen: Combination, _ plane: StandingMap, _ likelihood: LikelihoodSurface) {
        self.chosen = chosen
        self.likelihood = likelihood
        speaking = plane.bounds.count { mapped in
            mapped.bound.role == .decides && mapped.boundaries.contains { $0?.exclusions != nil }
        }
        let sensitive = plane.byMostSensitive
        standings = [
            .union: plane.standings, .mostSensitive: sensitive.standings,
            .likelihood: likelihood.standings,
        ]
        decidingBound = [.mostSensitive: sensitive.decidingBound]
    }

    /// One a grid point.
    func standings(by combination: Combination) -> [Standing] { standings[combination] ?? [] }

    /// The position of the bound that decides each point; under a product of likelihoods none does alone, and the bound with
    /// the smallest margin is named as it is for a union.
    func decidingBound(_ plane: StandingMap) -> [Int16] { decidingBound[chosen] ?? plane.decidingBound }

    /// The number of grid points with a standing.
    public func count(of standing: Standing, by combination: Combination) -> Int {
        standings(by: combination).count { $0 == standing }
    }
}
