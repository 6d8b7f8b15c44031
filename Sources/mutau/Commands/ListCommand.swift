import AllowedRegion
import ArgumentParser
import CurveArchive
import Presentation

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The bounds at hand: what each is worth and how its numbers were obtained.")

    @OptionGroup var output: FormatOptions

    func run() throws {
        let ingredients = try Ingredients()
        let (entries, problems) = ingredients.catalogue.entries()
        for problem in problems { Console.warn(ErrorText.of(problem)) }
        let report = CatalogueReport(entries)
        switch output.format {
        case .text: try Console.write(report.table.text(as: .text))
        case .json: try Console.write(report.json.pretty)
        case .csv: try Console.write(report.table.text(as: .csv))
        }
    }
}
