import Answers
import ArgumentParser
import CurveArchive
import Documents
import Drawing
import Files
import Physics
import Reproduction

struct ReproduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproduce",
        abstract:
            "Compute the figures and numbers of de la Vega, Peinado and Wudka (2024) anew, beside what they print.",
        discussion: """
            Every number of ours is computed in this run. The output directory is replaced as a whole, and only if it holds \
            nothing but an earlier answer.
            """)

    @Option(name: .shortAndLong, help: "The directory to write.", completion: .directory)
    var output = "mutau-reproduction"

    @OptionGroup var figures: FigureOptions

    @Option(help: "The form of the answer.")
    var format: ReproductionFormat = .text

    @Option(
        help: ArgumentHelp(
            "Integrate the thermal histories behind the program's table of N_eff anew, and write that table to this file "
                + "instead.", valueName: "file"), completion: .file())
    var neffTable: String?

    func run() throws {
        if let neffTable { return try Self.makeNeffTable(at: neffTable) }
        let style = try figures.readStyle()
        try checkReplaceable(at: output)
        let ingredients = try Ingredients(nil)
        let progress = ProgressBar(label: "reproduce")
        let reproduction = try Reproduction(
            catalogue: ingredients.catalogue, linkedBounds: ingredients.linkedBounds
        ) {
            progress.stage($0.rawValue)
            progress.update($1)
        }
        for bound in reproduction.map.bounds.map(\.bound) {
            if let text = ErrorText.provenance(of: bound) { Console.warn(text) }
        }
        if figures.areDrawn { progress.stage(Reproduction.Stage.figures.rawValue) }
        let documents = try ReproductionFiles(reproduction, areDrawn: figures.areDrawn, style: style)
        progress.finish()
        figures.tell(documents.figureError, unlabelled: documents.unlabelled)
        try replaceDirectory(at: output, with: documents.files)
        let report = ReproductionReport(reproduction, written: WrittenFiles(documents.files, in: output))
        try Console.write(report, as: format.ofAnswer)
        try figures.end(documents.figureError)
    }

    private static func makeNeffTable(at path: String) throws {
        let progress = ProgressBar(label: "histories")
        let table = try NeffTable.make { progress.update($0) }
        progress.finish()
        try replaceFile(at: path, with: Array(table.text.utf8))
    }
}

/// The form of the answer of `reproduce`.
enum ReproductionFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, csv, json

    var ofAnswer: AnswerFormat {
        switch self {
        case .text: .text
        case .markdown: .markdown
        case .csv: .csv
        case .json: .json
        }
    }
}
