import ArgumentParser
import Files

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print BibTeX of everything that a scenario uses: mutau itself, its bounds, data and parameters.")

    @Option(
        help: """
            BibTeX; lines to be read; the publications with all their fields as JSON; or a sentence in LaTeX for a caption, \
            which cites all by their keys in BibTeX.
            """
    )
    var style: CitationStyle = .bibtex

    @Option(name: .shortAndLong, help: "The file to write; otherwise standard output.", completion: .file())
    var output: String?

    @OptionGroup var scenario: CitedScenarioOptions

    func run() throws {
        if let output, fileExists(output) {
            throw ErrorReport("'\(output)' is there already: name another file", code: ExitStatus.cannotCreate)
        }
        let boundSet = try Ingredients(scenario.places).boundSet(scenario.all)
        let text =
            switch style {
            case .bibtex: try boundSet.bibliography
            case .text: try boundSet.referenceList
            case .json: String(decoding: try boundSet.citationReport.bytes(as: .json), as: UTF8.self)
            case .caption: try boundSet.captionSentence
            }
        guard let output else { return try style == .json ? Console.writeJSON(text) : Console.write(text) }
        try replaceFile(at: output, with: Array(text.utf8))
    }
}

/// How references are written.
enum CitationStyle: String, ExpressibleByArgument, CaseIterable {
    case bibtex, text, json, caption
}
