import ArgumentParser

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print BibTeX of everything that a scenario uses: mutau itself, its bounds, data and parameters.")

    @OptionGroup var scenario: CitedScenarioOptions

    func run() throws {
        try Console.write(try Ingredients(scenario.places).boundSet(scenario.all).bibliography)
    }
}
