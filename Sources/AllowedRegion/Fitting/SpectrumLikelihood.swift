import ConstraintKit
import IceCubeFit
import Transport

/// χ² of IceCube's spectrum at any (m, g′, A, γ), for very many of them.
public struct SpectrumLikelihood: Sendable {
    private let comparison: IceCubeComparison
    private let fit: FitLikelihood

    /// A that the scenario fixes; nil: it is free.
    public var amplitude: Double? { comparison.amplitude }
    /// γ that the scenario fixes; nil: it is free.
    public var gamma: Double? { comparison.gamma }

    /// - Parameters:
    ///   - indices: the γ that may be asked for; nil: the one that the scenario fixes, or else those that a fit profiles.
    ///   - isTabulated: whether narrow lines come from a table, which takes a tenth of a second to fill: for many points.
    /// - Throws: ``FitRequestError/noPowerLaw(spectrum:)``, and what the transport or the fit refuses.
    public init(_ comparison: IceCubeComparison, indices: ClosedRange<Double>?, isTabulated: Bool) throws {
        if let shape = comparison.shape { throw FitRequestError.noPowerLaw(spectrum: shape.text) }
        self.comparison = comparison
        let indices = indices ?? comparison.gamma.map { $0...$0 } ?? comparison.fit.precision.indexRange
        var narrow: any TransportSolver = comparison.narrow
        if isTabulated {
            narrow =
                indices.lowerBound < indices.upperBound
                ? try SelfSimilarTable(comparison.narrow, indices: indices)
                : try SelfSimilarTable(comparison.narrow, index: indices.lowerBound)
        }
        fit = try FitLikelihood(
            IceCubeFit(
                dataSets: comparison.fit.dataSets, solver: comparison.scanChoice.scanSolver(narrow),
                treatment: comparison.fit.treatment, precision: comparison.fit.precision), indices: indices)
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Throws: `FitError`
    public func chi2(mass: Mass, coupling: Coupling, amplitude: Double, gamma: Double) throws(FitError) -> Double {
        try fit.chi2(comparison.mediator(mass: mass, coupling: coupling), amplitude: amplitude, gamma: gamma)
    }
}
