import ConstraintKit

/// Why a bound has no part in the product of likelihoods.
public enum LikelihoodOmission: Error, Sendable, Hashable {
    /// Its card names no statistic from which a likelihood follows.
    case noStatistic
    /// The same, and the likelihood that it has does not speak at the mass under the scenario's conventions.
    case noOwnLikelihood
    /// Its card does not say how the signal goes with g′.
    case noSignalPower
    /// At a fixed ε its signal, which goes with ε alone, does not go with g′.
    case signalOfMixingAlone
    /// Its limit has no confidence level.
    case noConfidenceLevel
    /// What it excludes at the mass is not all above one limit.
    case noUpperLimit
    /// It excludes no coupling at the mass.
    case excludesNothing
    /// Its own likelihood has no value where g′ goes to zero.
    case noValueWithoutMediator
    /// Its own likelihood does not speak at all couplings that are looked at.
    case ownLikelihoodOfSomeCouplings
    case silent(Silence)
    case failed(BoundFailure)

    /// - Parameter error: what a likelihood throws at a coupling.
    init(ofFailure error: any Error) {
        if case DocumentError.noLikelihood = error {
            self = .ownLikelihoodOfSomeCouplings
        } else {
            self = .failed(BoundFailure(error))
        }
    }
}

/// A bound that takes part in a product of likelihoods and can't be evaluated at a coupling.
package struct FailedFactor: Error {
    package let stem: String
    package let reason: LikelihoodOmission
}

/// A bound without a part in the product of likelihoods, and why.
public struct OmittedBound: Sendable {
    public let bound: Bound
    public let reason: LikelihoodOmission
}
