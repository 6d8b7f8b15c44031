import Answers
import ArgumentParser
import ConstraintKit
import Documents

struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table", abstract: "Tabulate the limit of every bound of a scenario at a few masses.")

    @Option(help: ArgumentHelp("Masses, 1MeV,6.5MeV,0.1GeV for instance.", valueName: "mass,…"))
    var masses = "1,3,6.5,10,30,100"

    @OptionGroup var scenario: ScenarioOptions

    @Option(help: "The form of the table.")
    var format: AnswerFormat = .text

    func run() throws {
        let masses = try self.masses.split(separator: ",", omittingEmptySubsequences: false).map {
            try readMass(String($0))
        }
        let boundSet = try Ingredients(scenario.places).boundSet(scenario)
        let table = boundSet.exclusionTable(masses: masses)
        try Console.write(ExclusionReport(table), as: format)
    }
}

/// The exclusion table has every form: for readers, and for programs.
extension AnswerFormat: ExpressibleByArgument {}
