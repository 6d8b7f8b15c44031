import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import Scenarios

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a limit of your own: from then on it counts in every answer.",
        discussion: """
            Options give what the file does not say; on a terminal mutau asks for the rest. Two files are the edges of one band; \
            without a file, --mass-limit makes a bound on the mass. The limit is shown against the map before it is written.
            """)

    @Argument(
        help: "Files in any supported format, https URLs, or a paper at HEPData as hepdata:ins1234567.",
        completion: .file())
    var files: [String] = []

    @OptionGroup var card: CardOptions

    @Option(help: ArgumentHelp("The version of the record at HEPData; the newest where none is said.", valueName: "n"))
    var version: Int?

    @Option(
        help: ArgumentHelp("The scenario to compare with, a shipped one or a YAML file.", valueName: "name|file"),
        completion: Completions.scenarios)
    var scenario = "paper"

    @Flag(help: "Replace a bound of that stem that you added before.")
    var force = false

    @Flag(help: "Take the place of the bound of that stem that the program carries.")
    var replaceBundled = false

    @Flag(help: "Show what it would change, and write nothing.")
    var dryRun = false

    @Flag(help: "Allow plain http to other machines.")
    var allowHttp = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        try places.validateForChange()
        guard !files.isEmpty || card.massLimit != nil else {
            throw ValidationError("name a file or a URL, or a bound on the mass with --mass-limit")
        }
    }

    func run() throws {
        let ingredients = try Ingredients(places)
        let store = try OwnStore(paths: ingredients.paths, waiting: Console.noteWaiting)
        var said = try card.importOptions()
        let inputs = try files.map {
            try CurveInput($0, allowsPlainHTTP: allowHttp, version: version, options: &said)
        }
        var (read, options) = try CardQuestions(questions: Questions()).document(from: inputs.map(\.file), said)
        let source = inputs.compactMap(\.url).first ?? read.document.fetchedFrom
        read.document.fetchedFrom = source.map(URLSecrets.masked)
        for warning in read.warnings { Console.warn(warning.explanation) }
        try read.document.leaveOutUnusableKeys(given: said.card.references)
        try checkPlace(of: read.document.card.stem, in: store, ingredients.catalogue)

        let bytes = nativeVOTable(of: read.document).serialized()
        let stem = read.document.card.stem
        let entry = CatalogueEntry(
            stem: stem, document: read.document, origin: .user(path: store.path(of: stem)),
            shadows: isBundled(stem) ? [.bundled] : [], contents: bytes)
        let scenario = try ChosenScenario(self.scenario).scenario
        let (effect, isUsed) = try ingredients.effect(of: entry, in: scenario)
        if !dryRun {
            let url = inputs.count == 1 && inputs[0].isKept ? inputs[0].url : nil
            try store.add(
                bytes, stem: stem, from: url.map { CurveAddress(url: $0, reading: FileDescription(options)) },
                replaces: force)
        }
        let report = AdditionReport(
            entry, effect: effect, scenario: scenario, remarks: try remarks(entry, inputs, isUsed: isUsed),
            signs: TerminalSigns(environment: ProcessInfo.processInfo.environment))
        try Console.write(report, as: output)
    }

    private func isBundled(_ stem: String) -> Bool { BundledFiles.ofProgram.stems.contains(stem) }

    /// Nothing is replaced that the user did not mean to replace.
    private func checkPlace(of stem: String, in store: OwnStore, _ catalogue: Catalogue) throws {
        for case .plugin(let path) in catalogue.origins(of: stem) {
            throw ErrorReport(
                "'\(stem)' is the stem of a bound that a plugin computes (\(ErrorText.clipped(path, to: 120))): give yours "
                    + "another with --stem",
                code: ExitStatus.cannotCreate)
        }
        guard try force || !store.holdsDocument(of: stem) else {
            throw OwnStoreError.exists(stem: stem, path: store.path(of: stem))
        }
        guard replaceBundled || !isBundled(stem) else {
            throw ErrorReport(
                "'\(stem)' is the stem of a bound that mutau carries: give yours another with --stem, or let it take that "
                    + "one's place in every answer with --replace-bundled",
                code: ExitStatus.cannotCreate)
        }
    }

    /// That an observed limit will inform only, and what to give; nil where it decides.
    private func informing(_ entry: CatalogueEntry) -> String? {
        let lacks = entry.document.card.lacksToDecide
        guard entry.document.card.kind == .observed, let lack = Wording.lack(lacks) else { return nil }
        let options = lacks.map { lack in
            switch lack {
            case .publication: "--arxiv, --doi or --texkey"
            case .confidenceLevel: "--confidence-level"
            }
        }
        return
            "It informs and does not decide: \(lack). Give \(options.joined(separator: ", and ")), or let it decide all "
            + "the same with --count \(entry.stem)."
    }

    /// How the bound takes part from now on, and what stands in its way.
    private func remarks(_ entry: CatalogueEntry, _ inputs: [CurveInput], isUsed: Bool) throws -> [String] {
        let stem = entry.stem
        var remarks: [String] = []
        if entry.replacesBundled {
            remarks.append("It counts in place of the bundled '\(stem)', and every answer says so.")
        }
        if !isUsed {
            remarks.append("The scenario does not use '\(stem)': it counts where one names it, or with --only.")
        }
        if let lack = informing(entry) { remarks.append(lack) }
        guard !dryRun else { return remarks + ["Nothing was written."] }
        if files.count > 1, inputs.contains(where: { $0.url != nil }) {
            remarks.append("'mutau refresh' does not fetch it: it is made from more than one file.")
        }
        if inputs.contains(where: { $0.url != nil && !$0.isKept }) {
            remarks.append("'mutau refresh' does not fetch it: a secret in its URL is not kept.")
        }
        guard case .user(let path) = entry.origin else { return remarks }
        // Read back as any later answer will: what hides it shows here.
        let found = try Ingredients(nil).catalogue.entry(for: stem)
        if found.origin != entry.origin {
            remarks.append("It is hidden by another document of that stem: \(Wording.origin(found.origin)).")
        }
        return remarks + ["Written to \(path); 'mutau remove \(stem)' takes it out again."]
    }
}
