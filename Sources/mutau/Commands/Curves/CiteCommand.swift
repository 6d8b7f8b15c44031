import ArgumentParser
import Documents
import Files

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print BibTeX of everything that a scenario uses: mutau itself, its bounds, data and parameters.")

    @Option(
        help: """
            BibTeX; lines to be read; the publications with all their fields as JSON; or a sentence in LaTeX for a caption, \
            which cites all by their keys in BibTeX. (default: bibtex)
            """
    )
    var style: CitationStyle?

    @Option(
        help:
            "The publications with all their fields for programs, in place of a style; text is the style of that name.")
    var format: OutputFormat?

    @Option(name: .shortAndLong, help: "The file to write; otherwise standard output.", completion: .file())
    var output: String?

    @OptionGroup var scenario: CitedScenarioOptions

    func validate() throws {
        guard style == nil || format == nil else { throw ValidationError("give --style or --format") }
    }

    func run() throws {
        if let output, fileExists(output) {
            throw ErrorReport("'\(output)' is there already: name another file", code: ExitStatus.cannotCreate)
        }
        let boundSet = try Ingredients(scenario.places).boundSet(scenario.all)
        guard let form = machineForm else {
            let text =
                switch style ?? (format == .text ? .text : .bibtex) {
                case .caption: try boundSet.captionSentence
                case .text: try boundSet.referenceList
                case .bibtex, .json: try boundSet.bibliography
                }
            guard let output else {
                return try style == .text || format == .text ? Console.writeProse(text) : Console.write(text)
            }
            return try replaceFile(at: output, with: Array(text.utf8))
        }
        let report = try boundSet.citationReport
        guard let output else { return try Console.write(report, as: form) }
        try replaceFile(at: output, with: try report.bytes(as: form))
    }

    /// The form of the answer for programs; nil where it is for people, or for LaTeX.
    private var machineForm: AnswerFormat? {
        switch (style, format) {
        case (.json, _), (_, .json): .json
        case (_, .csv): .csv
        default: nil
        }
    }
}

/// How references are written.
enum CitationStyle: String, ExpressibleByArgument, CaseIterable {
    case bibtex, text, json, caption
}
