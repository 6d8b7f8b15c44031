import Answers
import ArgumentParser
import CurveArchive
import CurveFormats

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

    @OptionGroup var output: FormatOptions

    func run() throws {
        var options = try card.importOptions()
        let input: CurveInput
        do {
            input = try CurveInput(file, version: version, options: &options)
        } catch let error as HEPDataError {
            // The tables of a record are what was asked for.
            guard case .tableUnsettled(_, _, _, let tables) = error else { throw error }
            let answer = InspectionAnswer(
                recordNamed: file, tables: tables.map(\.name), words: ErrorText.of(error))
            try Console.write(answer, as: output)
            throw ExitCode(ExitStatus.badData)
        }
        let inspection = inspect(input.file.bytes, name: input.file.name, options: options)
        let answer = InspectionAnswer(
            inspection, name: input.file.name, error: ErrorText.of, missing: ErrorText.of)
        try Console.write(answer, as: output)
        if let error = inspection.error, ErrorReport.lacksLibrary(error) { throw ExitCode(ExitStatus.noProgram) }
        guard inspection.isUsable else {
            // A table of curves has no room for why there is none.
            guard output.format == .csv, let error = inspection.error else { throw ExitCode(ExitStatus.badData) }
            throw ErrorReport(ErrorText.of(error), code: ExitStatus.badData)
        }
    }
}
