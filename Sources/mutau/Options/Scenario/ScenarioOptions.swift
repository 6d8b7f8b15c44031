import ArgumentParser
import Scenarios

/// What decides an answer besides the point: a scenario, and what the user changes of it.
struct ScenarioOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A shipped scenario (paper, consistent, current), a YAML file, or what an earlier 'map' or 'fit' wrote: summary.json, map.vot, fit.json.",
            valueName: "name|file"))
    var scenario = ScenarioOptions.standard

    /// The scenario where none is named.
    static let standard = "paper"

    @Option(ScenarioChoice.parameters) var parameters: ChoiceStatement?
    @Option(ScenarioChoice.crossSection) var crossSection: ChoiceStatement?
    @Option(ScenarioChoice.solver) var solver: ChoiceStatement?
    @Option(ScenarioChoice.tolerance) var tolerance: ChoiceStatement?

    @OptionGroup var places: PlaceOptions
    @OptionGroup(title: "Bounds") var bounds: BoundOptions
    @OptionGroup(title: "Neutrinos") var neutrinos: NeutrinoOptions
    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "IceCube") var iceCube: IceCubeOptions

    /// Whether an option is given that changes what a single bound says: those of bounds and conventions.
    var changesWhatBoundsSay: Bool {
        scenario != Self.standard || parameters != nil || bounds.mixing != nil || bounds.cl != nil
            || bounds.neffMax != nil || bounds.muonsOnTarget != nil || neutrinos.charges != nil
    }
}
