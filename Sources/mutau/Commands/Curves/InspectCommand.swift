import Answers
import ArgumentParser
import CurveFormats

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file holds. The exit code is 0 if it holds a usable curve, otherwise 65.")

    @Argument(help: "A file: \(CurveFormat.names).")
    var file: String

    @OptionGroup var card: CardOptions

    func run() throws {
        let inspection = inspect(try readInput(file), name: fileName(file), options: try card.importOptions())
        try Console.write(inspection.lines(error: ErrorText.of, missing: ErrorText.of).joined(separator: "\n"))
        guard inspection.isUsable else { throw ExitCode(ExitStatus.badData) }
    }
}
