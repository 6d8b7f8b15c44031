import ConstraintKit
import NumericalMethods

/// What a measured anomalous moment leaves beyond a prediction, Δa ± σ with a normal error, against a loop that adds g′² k.
public struct AnomalyMeasurement: Sendable, Hashable {
    /// Δa = a(measured) − a(predicted), a number.
    public let difference: Double
    /// Its error, above 0.
    public let sigma: Double

    public init(difference: Double, sigma: Double) {
        self.difference = difference
        self.sigma = sigma
    }

    /// The couplings that add more than Δa + nσ; all of them where that is not positive, since a vector only adds.
    /// - Parameters:
    ///   - deviations: n.
    ///   - loop: k = Δa/g′² at the mass, as ``MuonGMinus2/anomalyPerSquaredCoupling(_:)`` gives it.
    public func excluded(above deviations: Double, loop: Double) -> CouplingIntervals {
        .withSquare(above: (difference + deviations * sigma) / loop)
    }

    /// The same at a one-sided confidence level: 97.7 % is n = 2. Nil for a level below 1/2, or 1 and beyond.
    public func excluded(atConfidenceLevel level: Double, loop: Double) -> CouplingIntervals? {
        NormalQuantile.deviations(oneSided: level).map { excluded(above: $0, loop: loop) }
    }

    /// The couplings that explain the difference within n standard deviations; none where all of the band is negative or
    /// nothing is added.
    /// - Parameters:
    ///   - deviations: n.
    ///   - loop: k = Δa/g′² at the mass.
    public func preferred(within deviations: Double, loop: Double) -> CouplingIntervals {
        let (low, high) = (difference - deviations * sigma, difference + deviations * sigma)
        guard high > 0, loop > 0 else { return CouplingIntervals() }
        let (lower, upper) = ((max(0, low) / loop).squareRoot(), (high / loop).squareRoot())
        guard lower < upper else { return CouplingIntervals() }
        return CouplingIntervals(CouplingInterval(lower: lower, upper: upper))
    }

    /// −½ ((g′² k − Δa)/σ)²: 0 where the loop explains the difference exactly.
    public func logLikelihood(coupling: Coupling, loop: Double) -> Double {
        let pull = (coupling.value * coupling.value * loop - difference) / sigma
        return -pull * pull / 2
    }
}
