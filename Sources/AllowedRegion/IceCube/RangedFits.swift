import IceCubeFit
import Physics
import Scenarios
import Transport

/// The best fit over the numbers of a spectrum that have ranges, for one point after another: by products with what each mediator makes
/// of the sources where lines are narrow, and by a solution at each place that is looked at where they are not.
struct RangedFits: Sendable {
    private let scan: SpectrumScan
    private let universe: UniverseSpectrum

    /// - Parameters:
    ///   - universe: what answers where lines have width.
    ///   - solver: whose narrow lines are read.
    ///   - indices: the γ that may be asked for.
    /// - Returns: nil where no number has a range.
    init?(_ universe: UniverseSpectrum, _ solver: any SpectrumSolver, along indices: ClosedRange<Double>) {
        guard let box = universe.box else { return nil }
        self.universe = universe
        scan = SpectrumScan(universe.fit, universe.fit.fluxes(of: box.family, solver, along: indices))
    }

    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``, ``SourceSpectrumError``
    func best(_ mediator: Mediator?, _ given: FitGiven) throws -> SpectrumScan.Best {
        if mediator.map({ scan.takes($0, gamma: given.gamma) }) ?? true { return try scan.best(mediator, given) }
        guard let box = SpectrumBox(universe.shape?.value, given: given.fractions) else {
            throw FitError.nothingAllowed
        }
        func fit(at fractions: [Double]) throws -> Fit {
            try universe.at(fractions).fit.profile(mediator, amplitude: given.amplitude, gamma: given.gamma)
        }
        let least = try box.minimum { try fit(at: $0).chi2 }
        return SpectrumScan.Best(fractions: least, fit: try fit(at: least))
    }
}
