import ArgumentParser
import IceCubeFit
import Scenarios

/// What is compared with the flux at Earth, and how.
struct IceCubeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Data sets of IceCube, or files: VOTables, or CSV with a line '# channel: tracks' (cascades, all-flavours) and \
            the header \(DataSet.textHeader).
            """, valueName: "name|file,…"))
    var data: String?

    @Option(help: "How segments that are upper limits enter χ².")
    var upperLimits: UpperLimitTreatment?

    @Option(help: "How asymmetric errors enter χ².")
    var errors: ErrorTreatment?

    @Option(help: "What is minimised: χ², or −2 ln L of asymmetric Gaussians.")
    var statistic: Statistic?

    /// Puts what is given in place of a scenario's own.
    /// - Throws: what to tell the user of options that contradict one another.
    func change(_ iceCube: inout Scenario.IceCube) throws {
        if let data { iceCube.dataSets = ScenarioOptions.names(data) }
        if let upperLimits { iceCube.treatment.upperLimits = upperLimits }
        if let errors { iceCube.treatment.errors = errors }
        if let statistic { iceCube.treatment.statistic = statistic }
        guard iceCube.treatment.statistic == .chi2 || (upperLimits == nil && errors == nil) else {
            throw ValidationError(
                "--upper-limits and --errors choose between forms of χ²; the likelihood has its own of both")
        }
    }
}
