import AllowedRegion
import Answers
import ArgumentParser

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "BibTeX of exactly what a scenario uses.")

    @OptionGroup var scenario: ScenarioOptions

    func run() throws {
        let analysis = try Ingredients(scenario.plugins).analysis(scenario)
        try Console.write(Bibliography(references: analysis.references).bibTeX)
    }
}
