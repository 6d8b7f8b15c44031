import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import Documents
import Files

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the curve of one bound as CSV, JSON or VOTable.",
        discussion: """
            Masses are in MeV, couplings are g′; all digits are written. The VOTable is the document itself with its card; JSON \
            has the card, too.
            """)

    @Argument(help: "The stem of the bound, as 'mutau list' has it.")
    var stem: String

    @Option(help: "The form of the curve.")
    var format: ExportFormat = .csv

    @Option(name: .shortAndLong, help: "The file to write; otherwise standard output.")
    var output: String?

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let entry = try Ingredients(places).catalogue.entry(for: stem)
        guard format != .csv || !entry.document.limits.isEmpty else {
            throw ErrorReport(
                "'\(stem)' has no curve: it is computed; 'mutau table --only \(stem) --masses 1,10,100 --format csv' "
                    + "evaluates it",
                code: ExitStatus.badData)
        }
        guard let output else { return try Console.write(CurveExport(entry), as: format.ofAnswer) }
        guard !fileExists(output) else {
            throw ErrorReport("'\(output)' is there already: name another file", code: ExitStatus.cannotCreate)
        }
        try replaceFile(at: output, with: try CurveExport(entry).bytes(as: format.ofAnswer))
    }
}

/// The form of a curve.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, json, votable

    var ofAnswer: AnswerFormat {
        switch self {
        case .csv: .csv
        case .json: .json
        case .votable: .votable
        }
    }
}
