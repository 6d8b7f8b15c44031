import Assessment
import ConstraintKit
import NumericalMethods

extension Analysis {
    /// The couplings that the scenario leaves at each of many masses, in their order, by the way in which it combines the
    /// bounds. Where that is the product of likelihoods the best fit is sought once, for all of them.
    /// - Parameter progress: told the fraction done, from any thread.
    /// - Throws: what the transport or the fit refuses.
    public func allowedCouplings(
        at masses: [Mass], progress: @Sendable (Double) -> Void = { _ in }
    ) throws -> [AllowedCouplings] {
        guard scenario.combination == .likelihood else { return boundSet.allowedCouplings(at: masses) }
        let couplings = try Self.couplings(in: CombinedLikelihood.couplings)
        let combined = try combinedLikelihood(for: masses.flatMap { mass in couplings.map { (mass, $0) } })
        return try Parallel.map(masses.count, progress: progress) { index throws in
            try combinedCouplings(at: masses[index], combined).allowed
        }
    }
}
