import ArgumentParser
import Scenarios

/// What decides an answer besides the point: a scenario, and what the user changes of it.
package struct ScenarioOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "A shipped scenario (paper, consistent, current), a YAML file, or what an earlier 'map' or 'fit' wrote: summary.json, map.vot, fit.json.",
            valueName: "name|file"), completion: Completions.scenarios)
    package var scenario = ScenarioOptions.standard

    /// The scenario where none is named.
    package static let standard = "paper"

    @Option(ScenarioChoice.parameters, completion: Completions.parameterSets) package var parameters: ChoiceStatement?
    @Option(ScenarioChoice.crossSection) package var crossSection: ChoiceStatement?
    @Option(ScenarioChoice.solver) package var solver: ChoiceStatement?
    @Option(ScenarioChoice.tolerance) package var tolerance: ChoiceStatement?

    @OptionGroup package var places: PlaceOptions
    @OptionGroup(title: "Bounds") package var bounds: BoundOptions
    @OptionGroup(title: "Neutrinos") package var neutrinos: NeutrinoOptions
    @OptionGroup(title: "Sources") package var sources: SourceOptions
    @OptionGroup(title: "IceCube") package var iceCube: IceCubeOptions

    /// Whether an option is given that changes what a single bound says: those of bounds and conventions.
    package var changesWhatBoundsSay: Bool {
        scenario != Self.standard || parameters != nil || bounds.mixing != nil || bounds.cl != nil
            || bounds.neffMax != nil || bounds.muonsOnTarget != nil || neutrinos.charges != nil
    }
}
