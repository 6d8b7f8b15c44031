import ArgumentParser
import Scenarios

/// What the neutrinos are like, and what they have of the new force.
package struct NeutrinoOptions: ParsableArguments {
    package init() {}

    @Option(ScenarioChoice.ordering) package var ordering: ChoiceStatement?
    @Option(ScenarioChoice.sumOfMasses) package var sumOfMasses: ChoiceStatement?
    @Option(ScenarioChoice.lightestMass) package var lightestMass: ChoiceStatement?
    @Option(ScenarioChoice.theta12) package var theta12: ChoiceStatement?
    @Option(ScenarioChoice.theta13) package var theta13: ChoiceStatement?
    @Option(ScenarioChoice.theta23) package var theta23: ChoiceStatement?
    @Option(ScenarioChoice.deltaCP) package var deltaCP: ChoiceStatement?
    @Option(ScenarioChoice.charges) package var charges: ChoiceStatement?

    package func validate() throws {
        guard sumOfMasses == nil || lightestMass == nil else {
            throw ValidationError("--sum-of-masses and --lightest-mass say the same thing: give one of them")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    package func change(_ scenario: inout Scenario) throws {
        for statement in [ordering, sumOfMasses, lightestMass, theta12, theta13, theta23, deltaCP, charges] {
            try statement?.make(in: &scenario)
        }
    }
}
