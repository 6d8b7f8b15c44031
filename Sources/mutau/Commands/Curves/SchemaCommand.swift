import Answers
import ArgumentParser
import CurveArchive
import Documents

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of a command's answer, or list the schemas.",
        discussion: """
            The schemas are of draft 2020-12. Keys may be added to an answer; where one changes, the schema's version rises.
            """)

    @Argument(
        help: "The name of the schema, check for instance; without it all are listed.", completion: Completions.schemas)
    var name: String?

    @OptionGroup var output: FormatOptions

    func run() throws {
        guard let name else { return try Console.write(SchemaList(), as: output) }
        let schemas = AnswerSchemas.all
        guard let schema = schemas.first(where: { $0.name == name }) else {
            throw ErrorReport(ErrorText.unknown("schema", name, schemas.map(\.name)), code: ExitStatus.noInput)
        }
        try Console.writeJSON(schema.json.pretty)
    }
}
