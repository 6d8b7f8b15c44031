import ArgumentParser
import Scenarios

/// Where astrophysical neutrinos come from, and with which spectrum.
package struct SourceOptions: ParsableArguments {
    package init() {}

    @Option(ScenarioChoice.amplitude) package var amplitude: ChoiceStatement?
    @Option(ScenarioChoice.gamma) package var gamma: ChoiceStatement?
    @Option(ScenarioChoice.spectrum) package var spectrum: ChoiceStatement?
    @Option(ScenarioChoice.otherSpectrum) package var otherSpectrum: ChoiceStatement?
    @Option(ScenarioChoice.evolution) package var evolution: ChoiceStatement?
    @Option(ScenarioChoice.maximumRedshift) package var maxRedshift: ChoiceStatement?

    /// Two choices in one: a point source, and where it lies.
    @Option(
        help: ArgumentHelp("All sources lie at this redshift.", valueName: "z"),
        transform: { text in
            var scenario = Scenario.undecided
            scenario.sources.evolution = .point
            return try ChoiceStatement(.maximumRedshift, text, on: scenario)
        })
    package var sourceRedshift: ChoiceStatement?

    @Option(ScenarioChoice.flavours) package var sourceFlavours: ChoiceStatement?

    package func validate() throws {
        guard sourceRedshift == nil || (evolution == nil && maxRedshift == nil) else {
            throw ValidationError(
                "--source-redshift puts all sources at one place: --evolution and --max-redshift have no meaning then")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    package func change(_ scenario: inout Scenario) throws {
        if sourceRedshift != nil { scenario.sources.evolution = .point }
        // γ after the spectrum, which says whether there is one.
        let statements = [
            amplitude, spectrum, gamma, otherSpectrum, evolution, maxRedshift, sourceRedshift, sourceFlavours,
        ]
        for statement in statements {
            try statement?.make(in: &scenario)
        }
    }
}
