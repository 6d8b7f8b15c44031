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
    /// What was found for the numbers of the spectrum that have ranges.
    public var spectrumValues: [SpectrumValue]

    public init(
        spectrum: String, chi2: Double, deltaChi2: Double, amplitude: Double, gamma: Double?, caveats: [Caveat] = [],
        spectrumValues: [SpectrumValue] = []
    ) {
        self.spectrum = spectrum
        self.chi2 = chi2
        self.deltaChi2 = deltaChi2
        self.amplitude = amplitude
        self.gamma = gamma
        self.caveats = caveats
        self.spectrumValues = spectrumValues
    }
}

/// The comparison with a spectrum beside that of the scenario.
struct OtherComparison: Sendable {
    private let text: String
    /// Where numbers of it have ranges, with those that fit best without a Z′.
    private let universe: UniverseSpectrum
    private let chi2WithoutMediator: Double

    /// - Parameter universe: of the scenario.
    /// - Returns: nil where there is no other spectrum.
    init?(_ scenario: Scenario, beside universe: UniverseSpectrum) throws {
        guard let own = scenario.withOtherSpectrum else { return nil }
        text = scenario.sources.otherSpectrum?.text ?? ""
        let open = try UniverseSpectrum(own, dataSets: universe.fit.dataSets, narrow: universe.narrow)
        let free = try open.best(nil, amplitude: nil, gamma: open.gamma)
        (self.universe, chi2WithoutMediator) = (free.universe, free.fit.chi2)
    }

    func answer(_ mediator: Mediator) throws -> OtherSpectrumAnswer {
        let (there, best) = try universe.best(mediator, amplitude: nil, gamma: universe.gamma)
        return OtherSpectrumAnswer(
            spectrum: text, chi2: best.chi2, deltaChi2: best.chi2 - chi2WithoutMediator, amplitude: best.amplitude,
            gamma: there.hasIndex ? best.gamma : nil,
            caveats: there.solver.edges(index: best.gamma).map(Caveat.spectrumEdge)
                + IceCubeComparison.caveats(ofAmplitude: best),
            spectrumValues: there.spectrumValues)
    }
}
