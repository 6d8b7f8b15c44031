import Answers
import ArgumentParser
import CurveArchive

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the bounds: what each is worth, and how its numbers were obtained.")

    @Flag(help: "List the parameter sets instead: their numbers, and where those come from.")
    var parameters = false

    @Flag(help: "List the bounds that are not in here instead: what each states, and why it is missing.")
    var missing = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard !(parameters && missing) else { throw ValidationError("give --parameters or --missing") }
    }

    func run() throws {
        if parameters { return try Console.write(ParameterSetReport(), as: output) }
        let ingredients = try Ingredients(places)
        if missing {
            let absent = try MissingBounds().missing(beside: ingredients.catalogue.stems)
            return try Console.write(MissingReport(absent), as: output)
        }
        let (entries, problems) = ingredients.catalogue.entries()
        // The others were told when the catalogue was made.
        for problem in problems where !ingredients.catalogue.problems.contains(problem) {
            Console.warn(ErrorText.of(problem))
        }
        try Console.write(CatalogueReport(entries), as: output)
    }
}
