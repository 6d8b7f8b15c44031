import AllowedRegion
import ArgumentParser

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

    func validate() throws {
        guard sourceRedshift == nil || (evolution == nil && maxRedshift == nil) else {
            throw ValidationError(
                "--source-redshift puts all sources at one place: --evolution and --max-redshift have no meaning then")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    func change(_ scenario: inout Scenario) throws {
        if let amplitude { scenario.iceCube.amplitude = amplitude.value }
        if let gamma { scenario.iceCube.gamma = gamma.value }
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
