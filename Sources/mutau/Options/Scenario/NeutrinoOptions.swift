import ArgumentParser
import Scenarios

/// What the neutrinos are like, and what they have of the new force.
struct NeutrinoOptions: ParsableArguments {
    @Option(ScenarioChoice.ordering) var ordering: ChoiceStatement?
    @Option(ScenarioChoice.sumOfMasses) var sumOfMasses: ChoiceStatement?
    @Option(ScenarioChoice.lightestMass) var lightestMass: ChoiceStatement?
    @Option(ScenarioChoice.theta12) var theta12: ChoiceStatement?
    @Option(ScenarioChoice.theta13) var theta13: ChoiceStatement?
    @Option(ScenarioChoice.theta23) var theta23: ChoiceStatement?
    @Option(ScenarioChoice.deltaCP) var deltaCP: ChoiceStatement?
    @Option(ScenarioChoice.charges) var charges: ChoiceStatement?

    func validate() throws {
        guard sumOfMasses == nil || lightestMass == nil else {
            throw ValidationError("--sum-of-masses and --lightest-mass say the same thing: give one of them")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    func change(_ scenario: inout Scenario) throws {
        for statement in [ordering, sumOfMasses, lightestMass, theta12, theta13, theta23, deltaCP, charges] {
            try statement?.make(in: &scenario)
        }
    }
}
