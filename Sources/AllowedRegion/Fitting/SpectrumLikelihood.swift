import ConstraintKit
import IceCubeFit
import Scenarios
import Transport

/// χ² of IceCube's spectrum at any (m, g′, A, γ), for many of them.
public struct SpectrumLikelihood: Sendable {
    private let comparison: IceCubeComparison
    private let way: Way

    private enum Way: Sendable {
        case many(FitLikelihood)
        /// Where numbers of the spectrum have ranges.
        case ranges(RangedFits)
        /// Each in a variation of the scenario, which may have these sources too.
        case variations(SourceTables)
    }

    /// The γ at which spectra can be had at all.
    public static let usableIndices = TransportSetting.indices

    /// A that the scenario fixes; nil: it is free.
    public var amplitude: Double? { comparison.amplitude }
    /// γ that the scenario fixes; nil: it is free.
    public var gamma: Double? { comparison.gamma }

    /// - Parameters:
    ///   - indices: the γ that may be asked for; nil: the one that the scenario fixes, or else those that a fit profiles.
    ///   - forMany: whether what many points share is done beforehand, narrow lines by a table: some tenths of a second. Where each is of
    ///     a variation of the scenario, there is none.
    /// - Throws: ``FitRequestError/noIndex(spectrum:)`` for indices that the spectrum does not follow, and what the transport or
    ///   the fit refuses.
    public init(_ comparison: IceCubeComparison, indices: ClosedRange<Double>?, forMany: Bool) throws {
        if !comparison.hasIndex, let shape = comparison.shape, indices != nil {
            throw FitRequestError.noIndex(spectrum: shape.text)
        }
        self.comparison = comparison
        let indices = indices ?? comparison.gamma.map { $0...$0 } ?? comparison.fit.precision.indexRange
        guard forMany else {
            way = .variations(SourceTables(comparison.narrow.setting, indices: []))
            return
        }
        let solver = try comparison.scanSolver(indices: indices, forMany: true)
        if let solver = solver as? any SpectrumSolver,
            let ranged = RangedFits(comparison.universe, solver, along: indices)
        {
            way = .ranges(ranged)
            return
        }
        way = .many(try FitLikelihood(Self.fit(comparison, solver), indices: indices))
    }

    private static func fit(
        _ comparison: IceCubeComparison, _ solver: any TransportSolver
    ) throws(FitError) -> IceCubeFit {
        try IceCubeFit(
            dataSets: comparison.fit.dataSets, solver: solver, treatment: comparison.fit.treatment,
            precision: comparison.fit.precision)
    }

    /// χ²(m, g′, A, γ), eq. (11).
    /// - Parameters:
    ///   - fractions: of the numbers of the spectrum that have ranges.
    ///   - variation: of the scenario, with them; not asked for where there is but one.
    /// - Throws: `FitError`, and what the neutrinos or the transport of a variation refuse.
    public func chi2(
        mass: Mass, coupling: Coupling, amplitude: Double, gamma: Double, fractions: [Double] = [],
        in variation: () throws -> Scenario
    ) throws -> Double {
        let mediator = comparison.mediator(mass: mass, coupling: coupling)
        switch way {
        case .many(let fit): return try fit.chi2(mediator, amplitude: amplitude, gamma: gamma)
        case .ranges(let ranged):
            let given = FitGiven(amplitude: amplitude, gamma: gamma, fractions: fractions.map { $0 })
            return try ranged.best(mediator, given).fit.chi2
        case .variations(let sources):
            let own = try variation()
            let narrow = try NarrowLineSolver(of: own, sources: sources)
            let fit = try Self.fit(comparison, comparison.scanSolver(narrow, own.sources.spectrum?.value))
            return try fit.chi2(mediator, amplitude: amplitude, gamma: gamma)
        }
    }
}
