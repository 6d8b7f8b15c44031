import ArgumentParser
import Scenarios

/// Where astrophysical neutrinos come from, and with which spectrum.
struct SourceOptions: ParsableArguments {
    @Option(help: "Amplitude A of the astrophysical flux, or 'profiled'.", transform: FixedOrProfiled.init(argument:))
    var amplitude: FixedOrProfiled?

    @Option(
        help: "Spectral index γ of the astrophysical flux, or 'profiled'.", transform: FixedOrProfiled.init(argument:))
    var gamma: FixedOrProfiled?

    @Option(
        help: ArgumentHelp(
            """
            Spectrum at the sources: power-law (of γ), broken:2.0,2.8,1e5GeV (index below, above, break), \
            cut-off:2.3,5e6GeV, a sum of such with amplitudes as power-law:3@0.5+cut-off:2,1e6GeV@1.2, or a file of \
            energy in GeV and flux. γ is no parameter then; the amplitude multiplies the whole.
            """, valueName: "form|file"))
    var spectrum: String?

    @Option(
        help: ArgumentHelp(
            """
            How the density of sources evolves: star-formation, star-formation-2014, agn-like, uniform, point, or a file \
            of redshift and density, rising from z = 0.
            """, valueName: "name|file"))
    var evolution: String?

    @Option(help: ArgumentHelp("The redshift of the farthest sources.", valueName: "z"), transform: readRedshift)
    var maxRedshift: Double?

    @Option(help: ArgumentHelp("All sources lie at this redshift.", valueName: "z"), transform: readRedshift)
    var sourceRedshift: Double?

    @Option(
        help: ArgumentHelp(
            "Flavours where neutrinos are made: equal, pion, muon-damped, neutron, or parts of e, μ, τ as 1:2:0.",
            valueName: "name|parts"))
    var sourceFlavours: String?

    /// The spectrum whose index is a parameter.
    private static let powerLaw = "power-law"

    func validate() throws {
        guard spectrum ?? Self.powerLaw == Self.powerLaw || gamma == nil else {
            throw ValidationError("--gamma is the index of a power law, and --spectrum says what to take instead")
        }
        guard sourceRedshift == nil || (evolution == nil && maxRedshift == nil) else {
            throw ValidationError(
                "--source-redshift puts all sources at one place: --evolution and --max-redshift have no meaning then")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    func change(_ scenario: inout Scenario) throws {
        if let amplitude { scenario.iceCube.amplitude = amplitude.value }
        if let gamma {
            scenario.iceCube.gamma = gamma.value
            scenario.sources.spectrum = nil
        }
        if let spectrum {
            scenario.sources.spectrum = try Chosen(spectrum: spectrum)
            if scenario.sources.spectrum != nil { scenario.iceCube.gamma = nil }
        }
        if let evolution { scenario.sources.evolution = try Chosen(evolution: evolution) }
        if let maxRedshift { scenario.sources.maximumRedshift = maxRedshift }
        if let sourceRedshift {
            scenario.sources.evolution = .point
            scenario.sources.maximumRedshift = sourceRedshift
        }
        if let sourceFlavours { scenario.sources.composition = try Chosen(composition: sourceFlavours) }
    }
}

private func readRedshift(_ text: String) throws -> Double {
    guard let redshift = Double(text), redshift.isFinite else {
        throw ValidationError("'\(ErrorText.clipped(text))' is no redshift: write a number, 5 for instance")
    }
    return redshift
}

/// A parameter of the flux: a number, or what the fit makes of it.
enum FixedOrProfiled {
    case fixed(Double)
    case profiled

    init(argument: String) throws {
        if argument == "profiled" {
            self = .profiled
            return
        }
        guard let number = Double(argument), number.isFinite else {
            throw ValidationError("'\(argument)' is neither a number nor 'profiled'")
        }
        self = .fixed(number)
    }

    var value: Double? {
        switch self {
        case .fixed(let number): number
        case .profiled: nil
        }
    }
}
