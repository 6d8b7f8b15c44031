import Answers
import ArgumentParser
import Scenarios

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Print BibTeX of everything that a scenario uses.")

    @OptionGroup var scenario: ScenarioOptions

    func run() throws {
        let boundSet = try Ingredients(scenario.places).boundSet(scenario)
        let data = try DataSetLibrary().dataSets(of: boundSet.scenario).dataSets.flatMap(\.references)
        try Console.write(Bibliography(references: boundSet.references + data).bibTeX)
    }
}
