import Scenarios

extension ScanPlan {
    /// Makes the plan's choices on top of a scenario.
    /// - Throws: ``ScanPlanError/unusableChoice(path:_:)``, ``ScanPlanError/wrongValue(path:found:expected:)``
    public func makeChoices(in scenario: inout Scenario) throws(ScanPlanError) {
        // γ last: the spectrum says whether there is one.
        let last = ScenarioChoice.gamma.path
        for choice in choices.filter({ $0.path != last }) + choices.filter({ $0.path == last }) {
            do throws(ChoiceError) {
                try ScenarioChoice.all.first { $0.path == choice.path }?.set(choice.value, in: &scenario)
            } catch { throw .unusableChoice(path: "choices.\(choice.path)", error) }
        }
        guard scenario.iceCube.treatment.statistic != .chi2 else { return }
        let ofChi2 = [ScenarioChoice.upperLimits.path, ScenarioChoice.errors.path]
        if let choice = choices.first(where: { ofChi2.contains($0.path) }) {
            throw .wrongValue(
                path: "choices.\(choice.path)", found: choice.value,
                expected: "left out: it chooses between forms of χ², and the likelihood has its own")
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
        let all = names + choices.map(\.path)
        for pair in Self.alternatives where pair.allSatisfy(all.contains) {
            let path = pair.first(where: names.contains) ?? pair[1]
            let other = pair.first { $0 != path } ?? pair[0]
            let isRange = names.contains(path)
            throw .wrongValue(
                path: "\(isRange ? "parameters" : "choices").\(path)",
                found: isRange ? "a range" : choices.first { $0.path == path }?.value ?? "",
                expected: "left out: \(other) says the same")
        }
    }

    /// Refuses parameters that change nothing, of which a profile would name a value that says nothing.
    /// - Parameter scenario: with the plan's choices.
    /// - Throws: ``ScanPlanError/wrongValue(path:found:expected:)``
    public func refuseIdleParameters(in scenario: Scenario) throws(ScanPlanError) {
        for name in parameters.map(\.name) {
            guard let choice = ScenarioChoice.all.first(where: { $0.path == name }) else { continue }
            let reason: String? =
                if name == ScenarioChoice.gamma.path, scenario.sources.spectrum?.value.hasIndex == false {
                    "the spectrum of the sources has no index γ"
                } else if name == ScenarioChoice.invertedSumOfMasses.path, scenario.neutrinos.ordering == .normal {
                    "the ordering is normal"
                } else if method == .profile, !Self.sectionsOfChi2.contains(choice.section) {
                    "χ² does not depend on it"
                } else {
                    nil
                }
            if let reason {
                throw .wrongValue(path: "parameters.\(name)", found: "a range", expected: "left out: \(reason)")
            }
        }
    }

    /// Refuses what pseudo-experiments are to do with limits where there are none: beside a likelihood, or zero-centred, they are
    /// normal terms about zero, and a flux is drawn for each in either way.
    /// - Parameter scenario: with the plan's choices.
    /// - Throws: ``ScanPlanError/wrongValue(path:found:expected:)``
    public func refuseIdleLimits(in scenario: Scenario) throws(ScanPlanError) {
        let treatment = scenario.iceCube.treatment
        guard let toys, toys.choosesLimits, treatment.statistic != .chi2 || treatment.upperLimits != .oneSided else {
            return
        }
        let cause =
            treatment.statistic != .chi2
            ? "\(ScenarioChoice.statistic.path) \(treatment.statistic.rawValue)"
            : "\(ScenarioChoice.upperLimits.path) \(treatment.upperLimits.rawValue)"
        throw .wrongValue(
            path: "toys.limits", found: toys.recipe.limits.rawValue,
            expected: "left out: with \(cause) limits are normal terms about zero, and a flux is drawn for each")
    }

    /// Refuses numbers of a spectrum that has no such range, and values outside of it.
    /// - Parameter scenario: with the plan's choices.
    /// - Throws: ``ScanPlanError/wrongValue(path:found:expected:)``
    public func refuseForeignNumbers(in scenario: Scenario) throws(ScanPlanError) {
        let numbers = SpectrumNumbers(scenario)
        let known = numbers.names.map { SpectrumNumbers.prefix + $0 }
        for parameter in parameters where ScanParameter.isOfSpectrum(parameter.name) {
            let path = "parameters.\(parameter.name)"
            guard let place = known.firstIndex(of: parameter.name) else {
                let others =
                    known.isEmpty
                    ? "'choices: {sources.spectrum: \"broken:gamma,gamma+0.8,3e4..3e6GeV\"}' gives one"
                    : "it has \(known.joined(separator: ", "))"
                throw .wrongValue(
                    path: path, found: "a range",
                    expected: "a range of that name in the spectrum of the sources: \(others)")
            }
            // Of a normal prior values outside have no spectrum, and are told row by row.
            guard case .linear(let from, let to) = parameter.distribution.withoutScale else { continue }
            let range = numbers.range(at: place)
            guard range.contains(from), range.contains(to) else {
                throw .wrongValue(
                    path: path, found: "\(from) to \(to)",
                    expected: "values in the range of the spectrum, \(range.lowerBound) to \(range.upperBound)")
            }
        }
    }

    /// Where what IceCube's χ² is made of stands. Of the conventions the cross section alone has a part in it, and is a word.
    private static let sectionsOfChi2: [ScenarioChoice.Section?] = [.neutrinos, .sources, .icecube]

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

extension ScanParameter.Distribution {
    /// A range, whatever its scale.
    fileprivate var withoutScale: Self {
        if case .logarithmic(let from, let to) = self { .linear(from: from, to: to) } else { self }
    }
}
