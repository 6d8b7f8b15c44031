import Testing

@testable import Scenarios

/// What is declared of a choice holds in files, whichever choice it is.
@Suite struct ScenarioChoiceTests {
    @Test func pathsAreDistinct() {
        let paths = ScenarioChoice.all.map(\.path)
        #expect(Set(paths).count == paths.count)
        let options = ScenarioChoice.all.compactMap { $0.option?.name }
        #expect(Set(options).count == options.count)
        #expect(options.count > 20)
    }

    /// What is said to hold where nothing is chosen is what holds.
    @Test(arguments: ScenarioChoice.all.map(\.path))
    func theStandardIsWhatHolds(path: String) throws {
        let choice = try #require(ScenarioChoice.all.first { $0.path == path })
        guard let standard = choice.standard, let value = choice.write(.undecided) else { return }
        switch value {
        case .number(let number): #expect(Double(standard) == number)
        case .text(let text): #expect(standard == text)
        case .list(let names): #expect(names.isEmpty && standard == "none")
        case .groups(let groups): #expect(groups.isEmpty && standard == "none")
        }
    }

    @Test(arguments: Scenario.shippedNames)
    func aShippedScenarioReadsBackAsItself(name: String) throws {
        let scenario = try Scenario.shipped(name)
        #expect(try Scenario(yaml: scenario.yaml) == scenario)
    }

    /// Each option's example is another value than the shipped scenarios have, and survives the way through a file.
    @Test(arguments: ScenarioChoice.all.filter { $0.option != nil }.map(\.path), Scenario.shippedNames)
    func everyChoiceSurvivesItsFile(path: String, name: String) throws {
        let choice = try #require(ScenarioChoice.all.first { $0.path == path })
        let example = try #require(choice.option?.example)
        let before = try Scenario.shipped(name)
        var changed = before
        try choice.set(example, in: &changed)
        #expect(changed != before)
        #expect(choice.write(changed) != choice.write(before))
        #expect(try Scenario(yaml: changed.yaml) == changed)
        // Its key alone, with what an answer writes of it, is understood too.
        let written = try #require(choice.write(changed))
        var again = before
        try choice.set(written.text, in: &again)
        #expect(choice.write(again) == written)
    }

    /// Blanks within a name stay, those around it go, and a comma in one is written so that it parts nothing.
    @Test func namesOfFilesOfDataStayAsTheyAre() throws {
        var scenario = try Scenario.shipped("paper")
        try ScenarioChoice.data.set(#"my data.csv, hese-7.5yr-2021 ,a\,b.csv,c\d.csv"#, in: &scenario)
        #expect(scenario.iceCube.dataSets == ["my data.csv", "hese-7.5yr-2021", "a,b.csv", #"c\d.csv"#])
        #expect(try Scenario(yaml: scenario.yaml) == scenario)
    }

    /// In a file with its place, so that nobody has to look for the key.
    @Test(arguments: [
        (ScenarioChoice.maximumRedshift, "-1"), (.amplitude, "-1"), (.amplitude, "2e6"), (.gamma, "40"),
        (.gamma, "0.5"),
    ])
    func numbersOutOfRangeAreRefused(choice: ScenarioChoice, text: String) throws {
        var scenario = try Scenario.shipped("paper")
        #expect {
            try choice.set(text, in: &scenario)
        } throws: {
            if case ChoiceError.outOfRange? = $0 as? ChoiceError { true } else { false }
        }
        let written = try Scenario.shipped("paper").yaml.replacing(
            try Regex("(?m)^( *)(# )?\(choice.key): .*$")
        ) { "\($0.output[1].substring ?? "")\(choice.key): \(text)" }
        #expect {
            _ = try Scenario(yaml: written)
        } throws: {
            if case ScenarioError.at(_, .unusableChoice(choice.path, .outOfRange))? = $0 as? ScenarioError {
                true
            } else {
                false
            }
        }
    }

    @Test func whatIsNoneOfItsFormIsRefused() throws {
        var scenario = try Scenario.shipped("paper")
        #expect(
            throws: ChoiceError.notOfForm(noun: "ordering of the masses", text: "up", expected: "normal or inverted")
        ) { try ScenarioChoice.ordering.set("up", in: &scenario) }
        #expect(throws: ChoiceError.self) { try ScenarioChoice.tolerance.set("7", in: &scenario) }
        #expect(throws: ChoiceError.self) { try ScenarioChoice.sumOfMasses.set("3kg", in: &scenario) }
        #expect(throws: ChoiceError.self) { try ScenarioChoice.confidenceLevel.set("1", in: &scenario) }
    }

    /// Texts that YAML takes for something else, or that end a quotation.
    @Test(arguments: ["null", "true", "1e3", "a: b", "- x", "#", "\"", "\\", "a\nb", "é ü", "{x}", "*a", "&a", "--"])
    func anyTextSurvivesItsFile(text: String) throws {
        var scenario = try Scenario.shipped("paper")
        scenario.summary = text
        scenario.bounds = [text]
        #expect(try Scenario(yaml: scenario.yaml) == scenario)
    }
}
