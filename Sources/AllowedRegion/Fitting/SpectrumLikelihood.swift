import ConstraintKit
import IceCubeFit
import Transport

/// χ² of IceCube's spectrum at any (m, g′, A, γ), for many of them.
public struct SpectrumLikelihood: Sendable {
    private let comparison: IceCubeComparison
    private let way: Way

    private enum Way: Sendable {
        case many(FitLikelihood)
        case single(IceCubeFit)
    }

    /// The γ at which spectra can be had at all.
    public static let usableIndices = TransportSetting.indices

    /// A that the scenario fixes; nil: it is free.
    public var amplitude: Double? { comparison.amplitude }
    /// γ that the scenario fixes; nil: it is free.
    public var gamma: Double? { comparison.gamma }

    /// - Parameters:
    ///   - indices: the γ that may be asked for; nil: the one that the scenario fixes, or else those that a fit profiles.
    ///   - forMany: whether what many points share is done beforehand, narrow lines by a table: some tenths of a second. A single
    ///     one is had sooner without.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` for indices that the spectrum does not follow, and what the transport or
    ///   the fit refuses.
    public init(_ comparison: IceCubeComparison, indices: ClosedRange<Double>?, forMany: Bool) throws {
        if !comparison.hasIndex, let shape = comparison.shape, indices != nil {
            throw FitRequestError.noIndex(spectrum: shape.text)
        }
        self.comparison = comparison
        let indices = indices ?? comparison.gamma.map { $0...$0 } ?? comparison.fit.precision.indexRange
        let solver = try comparison.scanSolver(indices: indices, forMany: forMany)
        let fit = try IceCubeFit(
            dataSets: comparison.fit.dataSets, solver: solver, treatment: comparison.fit.treatment,
            precision: comparison.fit.precision)
        way = forMany ? .many(try FitLikelihood(fit, indices: indices)) : .single(fit)
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Throws: `FitError`
    public func chi2(mass: Mass, coupling: Coupling, amplitude: Double, gamma: Double) throws(FitError) -> Double {
        let mediator = comparison.mediator(mass: mass, coupling: coupling)
        return switch way {
        case .many(let fit): try fit.chi2(mediator, amplitude: amplitude, gamma: gamma)
        case .single(let fit): try fit.chi2(mediator, amplitude: amplitude, gamma: gamma)
        }
    }
}
