import ConstraintKit
import Scenarios

/// The couplings that are left at a mass by each way to combine the bounds.
public struct CombinedCouplings: Sendable {
    /// The way that the scenario takes.
    public let chosen: Combination
    /// What no deciding bound excludes.
    public let union: AllowedCouplings
    /// The bound that decides alone, those that decide in turn where none before can tell, and what they leave; nil where no
    /// deciding bound speaks.
    public let mostSensitive: (choices: [MostSensitive], allowed: AllowedCouplings)?
    public let likelihood: Likelihood

    /// What the product of likelihoods leaves.
    public struct Likelihood: Sendable {
        /// The couplings of the region of ``LikelihoodBest/confidenceLevel``, within those that were searched; an interval from
        /// the least of these begins at 0, one up to the greatest has no end.
        public let intervals: [CouplingInterval]
        public let best: LikelihoodBest
        /// The bounds that take part at this mass.
        public let bounds: [Bound]
        public let omitted: [OmittedBound]

        package init(
            intervals: [CouplingInterval], best: LikelihoodBest, bounds: [Bound], omitted: [OmittedBound]
        ) {
            (self.intervals, self.best, self.bounds, self.omitted) = (intervals, best, bounds, omitted)
        }
    }

    package init(_ boundSet: BoundSet, at mass: Mass, likelihood: Likelihood) {
        chosen = boundSet.scenario.combination
        union = boundSet.allowedCouplings(at: mass)
        mostSensitive = boundSet.couplingsOfMostSensitive(at: mass)
        self.likelihood = likelihood
    }

    /// What is left by the way that the scenario takes. No bound sets the edges of a product of likelihoods by itself.
    public var allowed: AllowedCouplings {
        switch chosen {
        case .union: union
        case .mostSensitive: mostSensitive?.allowed ?? union
        case .likelihood:
            AllowedCouplings(
                scenario: union.scenario, mass: union.mass,
                intervals: likelihood.intervals.map { .init(couplings: $0, lowerSetBy: nil, upperSetBy: nil) },
                isConstrained: !likelihood.bounds.isEmpty, failed: union.failed, bounds: union.bounds,
                speaking: likelihood.bounds.count,
                excluded: CouplingIntervals(union: likelihood.intervals).complement, ownBounds: union.ownBounds)
        }
    }
}
