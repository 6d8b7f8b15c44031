import ArgumentParser
import Scenarios

/// The options of a scenario for a command that tells what it uses. All are taken, so that the words of another command can
/// be given as they are; help shows those that change what is used.
package struct CitedScenarioOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "A shipped scenario (paper, consistent, current), a YAML file, or what an earlier 'map' or 'fit' wrote: summary.json, map.vot, fit.json.",
            valueName: "name|file"), completion: Completions.scenarios)
    package var scenario = ScenarioOptions.standard

    @Option(ScenarioChoice.parameters, completion: Completions.parameterSets) package var parameters: ChoiceStatement?
    @Option(ScenarioChoice.data, completion: Completions.dataSets) package var data: ChoiceStatement?

    @OptionGroup package var places: PlaceOptions
    @OptionGroup(title: "Bounds") package var bounds: BoundOptions
    @OptionGroup(visibility: .hidden) package var neutrinos: NeutrinoOptions
    @OptionGroup(visibility: .hidden) package var sources: SourceOptions
    @OptionGroup(visibility: .hidden) package var further: UncitedOptions

    /// The same as options of any command.
    package var all: ScenarioOptions {
        get throws {
            var options = try ScenarioOptions.parse([])
            options.scenario = scenario
            options.parameters = parameters
            options.crossSection = further.crossSection
            options.solver = further.solver
            options.tolerance = further.tolerance
            options.places = places
            options.bounds = bounds
            options.neutrinos = neutrinos
            options.sources = sources
            options.iceCube.data = data
            options.iceCube.upperLimits = further.upperLimits
            options.iceCube.errors = further.errors
            options.iceCube.statistic = further.statistic
            return options
        }
    }
}

/// Choices that rest on no publication of their own.
package struct UncitedOptions: ParsableArguments {
    package init() {}

    @Option(ScenarioChoice.crossSection) package var crossSection: ChoiceStatement?
    @Option(ScenarioChoice.solver) package var solver: ChoiceStatement?
    @Option(ScenarioChoice.tolerance) package var tolerance: ChoiceStatement?
    @Option(ScenarioChoice.upperLimits) package var upperLimits: ChoiceStatement?
    @Option(ScenarioChoice.errors) package var errors: ChoiceStatement?
    @Option(ScenarioChoice.statistic) package var statistic: ChoiceStatement?
}
