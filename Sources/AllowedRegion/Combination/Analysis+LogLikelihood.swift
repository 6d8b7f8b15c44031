import Assessment
import ConstraintKit
import IceCubeFit

/// What bounds add to the likelihood of a model.
public enum BoundsInLikelihood: Sendable, Hashable, CaseIterable {
    case nothing
    /// None where a bound that decides excludes the point.
    case exclusion
    /// The product of their approximate likelihoods.
    case likelihood
}

extension Analysis {
    /// ln L of a model: −χ²/2 of IceCube's spectrum, and what the bounds add.
    ///
    /// - Parameters:
    ///   - amplitude: A
    ///   - gamma: γ; NaN where no index of the spectrum follows it.
    /// - Returns: −∞ for an amplitude or index that a spectrum can't have. Numbers of the spectrum that have ranges are those of the
    ///   least χ².
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` for γ where none follows it, and what the transport refuses.
    public func logLikelihood(
        mass: Mass, coupling: Coupling, amplitude: Double, gamma: Double, bounds: BoundsInLikelihood
    ) throws -> Double {
        if !iceCube.hasIndex, !gamma.isNaN, let shape = iceCube.shape {
            throw FitRequestError.noIndex(spectrum: shape.text)
        }
        guard (0...IceCubeComparison.greatestAmplitude).contains(amplitude),
            !iceCube.hasIndex || FitPrecision.usableIndices.contains(gamma)
        else { return -.infinity }
        var value = 0.0
        switch bounds {
        case .nothing: break
        case .exclusion:
            let standing = boundSet.verdicts(mass: mass, coupling: coupling).standing
            if standing == .excluded { return -.infinity }
        case .likelihood:
            for term in BoundsLikelihood(self.bounds, at: mass).terms(at: coupling).terms { value -= term.value / 2 }
        }
        let fit = try iceCube.fit(
            mass: mass, coupling: coupling, amplitude: amplitude, gamma: iceCube.hasIndex ? gamma : nil)
        return value - fit.chi2 / 2
    }
}
