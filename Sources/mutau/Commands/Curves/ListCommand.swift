import Answers
import ArgumentParser
import CurveArchive

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The bounds at hand: what each is worth and how its numbers were obtained.")

    @Flag(help: "List the parameter sets instead: their numbers, and where those come from.")
    var parameters = false

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        if parameters { return try listParameters() }
        let ingredients = try Ingredients(plugins)
        let (entries, problems) = ingredients.catalogue.entries()
        // The others were told when the catalogue was made.
        for problem in problems where !ingredients.catalogue.problems.contains(problem) {
            Console.warn(ErrorText.of(problem))
        }
        let report = CatalogueReport(entries)
        switch output.format {
        case .text: try Console.write(report.table.text(as: .text))
        case .json: try Console.write(report.json.pretty)
        case .csv: try Console.write(report.table.text(as: .csv))
        }
    }

    private func listParameters() throws {
        let report = ParameterSetReport()
        switch output.format {
        case .text: try Console.write(report.text)
        case .json: try Console.write(report.json.pretty)
        case .csv: try Console.write(report.csv)
        }
    }
}
