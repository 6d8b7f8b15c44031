import AllowedRegion
import Assessment
import Documents
import Scenarios

/// What each way to combine the bounds says over a map.
struct MapCombinationsRecord: Record {
    let combinations: MapCombinations

    static let fields: [Field<MapCombinationsRecord>] = [
        Field("chosen", words: Combination.allCases.map(\.rawValue), "The one that the scenario takes, and the map's.")
        {
            $0.combinations.chosen.rawValue
        },
        Field("speaking", "The number of deciding bounds that speak at some mass of the map.") {
            $0.combinations.speaking
        },
        Field("statement", "What the chosen way is worth; null for a union where no two speak.") {
            CombinationWording.lines($0.combinations).first
        },
        counts(.union, "union", "Excluded where any bound excludes: of no confidence level."),
        counts(.mostSensitive, "most_sensitive", "By the bound with the best reach at each mass alone."),
        counts(.likelihood, "likelihood", "By the product of approximate likelihoods, IceCube's among them."),
        Field("best_fit", "The best fit of that product on the grid, and its contours.") {
            LikelihoodSurfaceRecord(surface: $0.combinations.likelihood)
        },
    ]

    private static func counts(
        _ combination: Combination, _ name: String, _ meaning: String
    ) -> Field<MapCombinationsRecord> {
        Field(name, meaning) { StandingCountsRecord(combinations: $0.combinations, combination: combination) }
    }
}

private struct StandingCountsRecord: Record {
    let combinations: MapCombinations
    let combination: Combination

    static let fields: [Field<StandingCountsRecord>] = Standing.allCases.map { standing in
        Field(standing.rawValue, "The number of grid points that are \(standing.rawValue).") {
            $0.combinations.count(of: standing, by: $0.combination)
        }
    }
}
