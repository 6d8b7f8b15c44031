import Answers
import ArgumentParser
import CurveArchive
import Files
import Foundation

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one bound: its card, where its numbers come from, and its curve.")

    @Argument(help: "The stem of the bound, as 'mutau list' has it.", completion: Completions.stems)
    var stem: String

    @Flag(
        inversion: .prefixedNo,
        help: "Draw the curve with characters, also that of a bound that is computed. (default: on a terminal)")
    var plot: Bool?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let catalogue = try Ingredients(places).catalogue
        if !catalogue.stems.contains(stem) {
            // What is known to be missing is shown as such; any other stem is an error of the catalogue.
            let missing = try MissingBounds()
            let known = missing.filter { $0.stem == stem }
            if !known.all.isEmpty { return try Console.write(MissingReport(known), as: output) }
            let names = Set(catalogue.stems + missing.all.map(\.stem)).sorted()
            // A document that is there and can't be read says so itself.
            do { _ = try catalogue.entry(for: stem) } catch CatalogueError.unknownStem {
                throw CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: names))
            }
        }
        let entry = try catalogue.entry(for: stem)
        let signs = TerminalSigns(environment: ProcessInfo.processInfo.environment)
        let isDrawn = output.format == .text && (plot ?? ConsoleStream.output.isTerminal)
        let curve = isDrawn ? try Ingredients(places).drawnCurve(of: entry) : nil
        try Console.write(EntryReport(entry, drawn: curve.map { ($0, signs) }), as: output)
    }
}
