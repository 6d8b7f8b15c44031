import Answers
import ArgumentParser
import CurveArchive

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one bound: its card, where its numbers come from, and its curve.")

    @Argument(help: "The stem of the bound, as 'mutau list' has it.")
    var stem: String

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let report = EntryReport(try Ingredients(places).catalogue.entry(for: stem))
        try Console.write(report, as: output)
    }
}
