import ConstraintKit
import Scenarios

/// The couplings that are left at a mass by each way to combine the bounds.
public struct CombinedCouplings: Sendable {
    /// The way that the scenario takes.
    public let chosen: Combination
    /// What no deciding bound excludes.
    public let union: AllowedCouplings
    /// The bound that decides alone, and what it leaves; nil where no deciding bound speaks.
    public let mostSensitive: (choice: MostSensitive, allowed: AllowedCouplings)?
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
        mostSensitive = boundSet.bounds.mostSensitive(at: mass).map { found in
            (found.choice, boundSet.allowedCouplings(at: mass) { $0.card.stem == found.choice.bound.card.stem })
        }
        self.likelihood = likelihood
    }
}
