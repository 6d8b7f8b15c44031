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

    @Option(
        help: ArgumentHelp(
            "The room that a table in LaTeX has: a column of a two-column journal, its page, a page turned (rotated), or a line of so many cm. (default: column)",
            valueName: "layout"), completion: .list(LaTeXLayout.names))
    var layout: String?

    func run() throws {
        let layout = try readLayout()
        let masses = try self.masses.split(separator: ",", omittingEmptySubsequences: false).map {
            try readMass(String($0))
        }
        let boundSet = try Ingredients(scenario.places).boundSet(scenario)
        let table = boundSet.exclusionTable(masses: masses)
        try Console.write(ExclusionReport(table, layout: layout), as: format)
    }

    private func readLayout() throws -> LaTeXLayout {
        guard let layout else { return .column }
        guard format == .latex else {
            throw ValidationError("--layout says how a table in LaTeX is laid out: add --format latex")
        }
        guard let read = LaTeXLayout(layout) else {
            let names = LaTeXLayout.names.joined(separator: ", ")
            throw ValidationError(
                "--layout is '\(ErrorText.clipped(layout))', and should be \(names), or a length in cm from 6 to 40")
        }
        return read
    }
}

/// The exclusion table has every form: for readers, and for programs.
extension AnswerFormat: ExpressibleByArgument {}
