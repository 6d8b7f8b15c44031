import Answers
import ArgumentParser
import Scenarios

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "BibTeX of exactly what a scenario uses.")

    @OptionGroup var scenario: ScenarioOptions

    func run() throws {
        let boundSet = try Ingredients(scenario.plugins).boundSet(scenario)
        let data = try DataSetLibrary().dataSets(of: boundSet.scenario).flatMap(\.references)
        try Console.write(Bibliography(references: boundSet.references + data).bibTeX)
    }
}
