import Answers
import ArgumentParser
import Physics
import Scenarios

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print BibTeX of everything that a scenario uses: mutau itself, its bounds, data and parameters.")

    @OptionGroup var scenario: ScenarioOptions

    func run() throws {
        let boundSet = try Ingredients(scenario.places).boundSet(scenario)
        let data = try DataSetLibrary().dataSets(of: boundSet.scenario).dataSets.flatMap(\.references)
        let parameters = try ParameterSet.named(boundSet.scenario.conventions.parameterSet).references
        let bibliography = Bibliography(references: boundSet.references + data + parameters)
        try Console.write(Self.program.bibTeX + "\n" + bibliography.bibTeX)
    }

    /// As `CITATION.cff` has it.
    private static let program = SoftwareEntry(
        key: "mutau", title: "mutau: bounds on a light Lμ−Lτ gauge boson and the IceCube neutrino spectrum",
        author: "The mutau maintainers", version: ProgramVersion.number, doi: ProgramVersion.doi,
        note: ProgramVersion.text)
}
