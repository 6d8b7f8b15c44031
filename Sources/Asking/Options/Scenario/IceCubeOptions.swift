import ArgumentParser
import IceCubeFit
import Scenarios

/// What is compared with the flux at Earth, and how.
package struct IceCubeOptions: ParsableArguments {
    package init() {}

    @Option(ScenarioChoice.data, completion: Completions.dataSets) package var data: ChoiceStatement?
    @Option(ScenarioChoice.upperLimits) package var upperLimits: ChoiceStatement?
    @Option(ScenarioChoice.errors) package var errors: ChoiceStatement?
    @Option(ScenarioChoice.statistic) package var statistic: ChoiceStatement?

    /// Puts what is given in place of a scenario's own.
    /// - Throws: what to tell the user of options that contradict one another.
    package func change(_ scenario: inout Scenario) throws {
        for statement in [data, upperLimits, errors, statistic] { try statement?.make(in: &scenario) }
        guard scenario.iceCube.treatment.statistic == .chi2 || (upperLimits == nil && errors == nil) else {
            throw ValidationError(
                "--upper-limits and --errors choose between forms of χ²; the likelihood has its own of both")
        }
    }
}
