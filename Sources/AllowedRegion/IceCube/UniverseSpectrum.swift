import ConstraintKit
import IceCubeFit
import Physics
import Scenarios
import Transport

/// IceCube's data beside the spectra of one scenario: what a single point needs, and no more. Where each point has a universe of its
/// own, it is made for each of them.
struct UniverseSpectrum: Sendable {
    private(set) var fit: IceCubeFit
    private(set) var solver: any TransportSolver
    /// Where the numbers of the spectrum stand in their ranges, as fractions of these; empty where there are none, or where they
    /// have no values yet.
    private(set) var fractions: [Double] = []
    let shaped: ShapedSolver?
    /// Narrow lines in the same setting, for what scans them.
    let narrow: NarrowLineSolver
    /// How single points are solved, and a fit of all parameters.
    let pointChoice: SolverChoice
    /// A; nil: profiled.
    let amplitude: Double?
    /// γ; nil: profiled. Without meaning where the spectrum has none, see ``hasIndex``.
    let gamma: Double?
    /// The spectrum of the sources where it is no power law.
    let shape: Chosen<SpectrumFamily>?
    /// Whether the spectrum of the sources has a γ.
    let hasIndex: Bool
    let crossSection: CrossSection

    /// - Parameters:
    ///   - dataSets: those that the scenario compares with.
    ///   - sources: of a scenario that may have the same.
    ///   - known: narrow lines of a scenario that differs in the spectrum alone; nil: they are made ready.
    ///   - point: to be asked for no other, so that no grid is made ready where narrow lines answer there.
    /// - Throws: ``FitError/unusableAmplitude(_:)`` above ``IceCubeComparison/greatestAmplitude``, and what the masses of the neutrinos
    ///   or the transport refuse.
    init(
        _ scenario: Scenario, dataSets: [DataSet], sources: SourceTables? = nil, narrow known: NarrowLineSolver? = nil,
        for point: (mass: Mass, coupling: Coupling)? = nil
    ) throws {
        let choice = scenario.iceCube
        amplitude = choice.amplitude
        crossSection = scenario.conventions.crossSection
        if let amplitude, amplitude > IceCubeComparison.greatestAmplitude {
            throw FitError.unusableAmplitude(amplitude)
        }
        narrow = try known ?? NarrowLineSolver(of: scenario, sources: sources)
        pointChoice = scenario.solver ?? .automatic
        var solved = pointChoice
        if let point, solved == .automatic, scenario.sources.spectrum == nil {
            let mediator = Mediator(mass: point.mass, coupling: point.coupling, crossSection: crossSection)
            let indices = choice.gamma.map { [$0] } ?? FitPrecision().indices
            if AutomaticSolver.takesNarrowLines(mediator, narrow, indices: indices) { solved = .narrowLine }
        }
        let emission = try Emission(scenario.sources.spectrum?.value, gamma: choice.gamma, solved, narrow)
        (solver, shaped, gamma, hasIndex) = (emission.solver, emission.shaped, emission.gamma, emission.hasIndex)
        shape = emission.isShape ? scenario.sources.spectrum : nil
        fit = try IceCubeFit(
            dataSets: dataSets, solver: solver, treatment: choice.treatment, precision: emission.precision)
        fit.spectrumParameters = shape?.value.parameters.count ?? 0
    }

    /// The same where the numbers of the spectrum that have ranges are given.
    /// - Parameter fractions: of each range.
    /// - Throws: ``SourceSpectrumError``, ``FitError``
    func at(_ fractions: [Double]) throws -> UniverseSpectrum {
        guard let shaped, let shape else { return self }
        var there = self
        there.fractions = fractions
        there.solver = try shaped.with(shape.value.at(fractions))
        there.fit = try fit.with(there.solver)
        return there
    }

    /// The same spectra beside other data.
    /// - Parameter data: a fit to them, by whatever solver.
    /// - Throws: ``FitError``
    func fitted(to data: IceCubeFit) throws(FitError) -> UniverseSpectrum {
        var there = self
        there.fit = try data.with(solver)
        there.fit.spectrumParameters = fit.spectrumParameters
        return there
    }

    func mediator(mass: Mass, coupling: Coupling) -> Mediator {
        Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
    }

    /// The best fit without a Z′ under the same treatment of amplitude and index.
    /// - Throws: ``FitError``, ``SourceSpectrumError``
    func withoutMediator() throws -> Fit { try best(nil, amplitude: amplitude, gamma: gamma).fit }

    /// The best fit at a point.
    /// - Throws: ``FitError``, ``SourceSpectrumError``
    func best(mass: Mass, coupling: Coupling) throws -> Fit {
        try best(mediator(mass: mass, coupling: coupling), amplitude: amplitude, gamma: gamma).fit
    }
}
