import Scenarios

/// The standing of a point by each way to combine the bounds.
public struct PointCombinations: Sendable {
    /// The way that the scenario takes.
    public let chosen: Combination
    /// By any of the bounds: what figures show.
    public let union: Standing
    /// The number of deciding bounds that speak of the point.
    public let speaking: Int
    /// nil where no deciding bound speaks of the point.
    public let mostSensitive: MostSensitive?
    /// nil where IceCube's spectrum, a part of the product, is left out.
    public let likelihood: LikelihoodAnswer?

    package init(_ chosen: Combination, _ point: PointVerdicts, likelihood: LikelihoodAnswer?) {
        self.chosen = chosen
        self.likelihood = likelihood
        union = point.standing
        speaking = point.speaking.count
        mostSensitive = point.mostSensitive
    }

    /// The standing by the way that the scenario takes.
    public var standing: Standing { standing(by: chosen) }

    public func standing(by combination: Combination) -> Standing {
        switch combination {
        case .union: union
        case .mostSensitive: mostSensitive?.standing ?? .unconstrained
        case .likelihood: likelihood?.standing ?? .unconstrained
        }
    }
}
