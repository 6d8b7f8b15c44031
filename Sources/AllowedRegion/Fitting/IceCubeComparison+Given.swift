import ConstraintKit
import IceCubeFit
import Physics

extension IceCubeComparison {
    /// The fit at a point with an amplitude and an index that are given, each in place of the scenario's.
    /// - Parameters:
    ///   - amplitude: A; nil: profiled.
    ///   - gamma: γ; nil: profiled, where there is one.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` for an index where the sources have none, ``FitError``
    public func fit(mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?) throws -> Fit {
        try given(mass: mass, coupling: coupling, amplitude: amplitude, gamma: gamma).fit
    }

    /// The same, and the comparison with the spectra that it is of.
    func given(
        mass: Mass, coupling: Coupling, amplitude: Double?, gamma: Double?
    ) throws -> (there: IceCubeComparison, fit: Fit) {
        if let amplitude, !(0...Self.greatestAmplitude).contains(amplitude) {
            throw FitError.unusableAmplitude(amplitude)
        }
        if !hasIndex, let shape, let gamma, gamma != self.gamma { throw FitRequestError.noIndex(spectrum: shape.text) }
        return try best(
            mass: mass, coupling: coupling, amplitude: amplitude, gamma: hasIndex ? gamma : self.gamma)
    }
}
