import Scenarios

extension ScanPlan {
    /// Makes the plan's choices on top of a scenario.
    /// - Throws: ``ScanPlanError/unusableChoice(path:_:)``
    public func makeChoices(in scenario: inout Scenario) throws(ScanPlanError) {
        // γ last: the spectrum says whether there is one.
        let last = ScenarioChoice.gamma.path
        for choice in choices.filter({ $0.path != last }) + choices.filter({ $0.path == last }) {
            do throws(ChoiceError) {
                try ScenarioChoice.all.first { $0.path == choice.path }?.set(choice.value, in: &scenario)
            } catch { throw .unusableChoice(path: "choices.\(choice.path)", error) }
        }
    }

    /// Keys that say the same, of which one alone can count.
    private static let alternatives = [
        [ScenarioChoice.sumOfMasses.path, ScenarioChoice.lightestMass.path],
        [ScenarioChoice.invertedSumOfMasses.path, ScenarioChoice.lightestMass.path],
    ]

    /// Refuses what is stated twice, of which one statement would be lost without a word.
    /// - Throws: ``ScanPlanError/wrongValue(path:found:expected:)``
    func refuseStatementsOfOneThing() throws(ScanPlanError) {
        let names = parameters.map(\.name)
        for choice in choices where names.contains(choice.path) {
            throw .wrongValue(
                path: "choices.\(choice.path)", found: choice.value, expected: "left out: it is a parameter")
        }
        for pair in Self.alternatives where pair.allSatisfy(names.contains) {
            throw .wrongValue(
                path: "parameters.\(pair[1])", found: "a range", expected: "left out: \(pair[0]) says the same")
        }
    }

    /// Where A and γ of IceCube's spectrum stand among the parameters of points; nil: nowhere.
    var placesOfSpectrum: (amplitude: Int?, gamma: Int?) {
        func place(_ choice: ScenarioChoice) -> Int? { parameters.firstIndex { $0.name == choice.path } }
        return (place(.amplitude), place(.gamma))
    }
}

extension ScanParameter {
    /// Whether each of its values is a universe of its own: a choice of the scenario that is neither A nor γ of IceCube's spectrum.
    var variesTheUniverse: Bool {
        ScenarioChoice.all.contains { $0.path == name }
            && ![ScenarioChoice.amplitude.path, ScenarioChoice.gamma.path].contains(name)
    }
}
