import Answers
import ArgumentParser
import CurveArchive
import CurveFormats
import Documents

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file holds. The exit code is 0 if it holds a usable curve, otherwise 65.")

    @Argument(
        help: "A file, an https URL, or a paper at HEPData as hepdata:ins1234567: \(CurveFormat.names).",
        completion: .file())
    var file: String

    @OptionGroup var card: CardOptions

    @Option(help: ArgumentHelp("The version of the record at HEPData; the newest where none is said.", valueName: "n"))
    var version: Int?

    func run() throws {
        var options = try card.importOptions()
        let input: CurveInput
        do {
            input = try CurveInput(file, version: version, options: &options)
        } catch let error as HEPDataError {
            // The tables of a record are what was asked for.
            guard case .tableUnsettled = error else { throw error }
            try Console.write(ErrorText.of(error))
            throw ExitCode(ExitStatus.badData)
        }
        let inspection = inspect(input.file.bytes, name: input.file.name, options: options)
        // A title with a line break in it makes no line of its own.
        let lines = inspection.lines(error: ErrorText.of, missing: ErrorText.of).map(PlainText.clean)
        try Console.write(lines.joined(separator: "\n"))
        if let error = inspection.error, ErrorReport.lacksLibrary(error) { throw ExitCode(ExitStatus.noProgram) }
        guard inspection.isUsable else { throw ExitCode(ExitStatus.badData) }
    }
}
