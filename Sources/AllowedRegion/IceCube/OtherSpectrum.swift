import IceCubeFit
import Physics
import Scenarios
import Transport

/// What IceCube's data say with another spectrum of the sources than the scenario's.
public struct OtherSpectrumAnswer: Sendable {
    /// As it was chosen.
    public var spectrum: String
    public var chi2: Double
    /// χ² minus that without a Z′ with the same spectrum, fitted anew.
    public var deltaChi2: Double
    /// A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]; profiled.
    public var amplitude: Double
    /// γ, profiled; nil where the spectrum has none.
    public var gamma: Double?
    /// What limits the meaning of these numbers because of the spectrum.
    public var caveats: [Caveat]

    public init(
        spectrum: String, chi2: Double, deltaChi2: Double, amplitude: Double, gamma: Double?, caveats: [Caveat] = []
    ) {
        self.spectrum = spectrum
        self.chi2 = chi2
        self.deltaChi2 = deltaChi2
        self.amplitude = amplitude
        self.gamma = gamma
        self.caveats = caveats
    }
}

/// The comparison with a spectrum beside that of the scenario.
struct OtherComparison: Sendable {
    private let text: String
    private let emission: Emission
    private let fit: IceCubeFit
    private let chi2WithoutMediator: Double

    /// - Returns: nil where there is no other spectrum.
    init?(_ spectrum: Chosen<SpectrumFamily?>?, _ choice: SolverChoice, _ narrow: NarrowLineSolver, _ fit: IceCubeFit)
        throws
    {
        guard let spectrum else { return nil }
        text = spectrum.text
        emission = try Emission(spectrum.value, gamma: nil, choice, narrow)
        self.fit = try IceCubeFit(
            dataSets: fit.dataSets, solver: emission.solver, treatment: fit.treatment, precision: emission.precision)
        chi2WithoutMediator = try self.fit.profile(nil, gamma: emission.gamma).chi2
    }

    func answer(_ mediator: Mediator) throws -> OtherSpectrumAnswer {
        let best = try fit.profile(mediator, gamma: emission.gamma)
        return OtherSpectrumAnswer(
            spectrum: text, chi2: best.chi2, deltaChi2: best.chi2 - chi2WithoutMediator, amplitude: best.amplitude,
            gamma: emission.hasIndex ? best.gamma : nil,
            caveats: emission.solver.edges(index: best.gamma).map(Caveat.spectrumEdge)
                + IceCubeComparison.caveats(ofAmplitude: best))
    }
}
