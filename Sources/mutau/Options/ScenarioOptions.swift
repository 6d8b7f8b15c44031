import ArgumentParser
import ConstraintKit
import IceCubeFit
import Physics
import Scenarios

/// What decides an answer besides the point: a scenario, and what the user changes of it.
struct ScenarioOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A shipped scenario (paper, consistent) or a YAML file.", valueName: "name|file"))
    var scenario = "paper"

    @Option(
        help: ArgumentHelp(
            "Parameter set: nusiprop or planck2018-nufit6 (see 'mutau list --parameters').", valueName: "name"))
    var parameters: String?

    @Option(help: "Normalisation of the neutrino cross section.")
    var crossSection: CrossSection?

    @Option(
        help: """
            How the neutrinos' transport is solved. By default a point automatically, with the width of the line where \
            that matters to 1e-3, and a map as narrow lines, which is ten times faster.
            """)
    var solver: SolverChoice?

    @Option(help: "The error that --solver auto may make in the fraction of a flux that arrives (default: 1e-3).")
    var tolerance: Double?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup(title: "Bounds") var bounds: BoundOptions
    @OptionGroup(title: "Neutrinos") var neutrinos: NeutrinoOptions
    @OptionGroup(title: "Sources") var sources: SourceOptions
    @OptionGroup(title: "IceCube") var iceCube: IceCubeOptions
}
