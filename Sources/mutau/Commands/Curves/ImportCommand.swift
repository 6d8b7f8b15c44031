import Answers
import ArgumentParser
import ConstraintKit
import CurveArchive
import CurveFormats
import Files
import Foundation
import Scenarios
import VOTable

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn a curve of any known format into a document for mutau.",
        discussion: """
            The curve is shown against the map of the scenario 'paper'. It counts once 'mutau add' takes the document in.

            Options give what the file does not say. Several files make one document: two edges are a band, a table without \
            couplings is an auxiliary table. Without a file, the document holds parameters alone.
            """)

    @Argument(
        help: "Files, https URLs, or a paper at HEPData as hepdata:ins1234567: \(CurveFormat.names).",
        completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "The document to write; '-' for standard output.", completion: .file())
    var output: String

    @OptionGroup var card: CardOptions

    @Option(help: ArgumentHelp("The version of the record at HEPData; the newest where none is said.", valueName: "n"))
    var version: Int?

    @Flag(help: "Allow plain http to other machines.")
    var allowHttp = false

    @Flag(help: "Replace a document that is there already.")
    var force = false

    @OptionGroup var form: FormatOptions

    func validate() throws {
        guard output != "-" || form.format == .text else {
            throw ValidationError("--output - writes the document itself to standard output: leave out --format")
        }
    }

    func run() throws {
        var options = try card.importOptions()
        // A document is found by the name of its file: what is written as X.vot is to call itself X.
        if output != "-" { options.stem = options.stem ?? stemOfFile(named: output) }
        let inputs = try files.map {
            try CurveInput($0, allowsPlainHTTP: allowHttp, version: version, options: &options)
        }
        var read = try importCurves(inputs.map(\.file), options: options)
        let source = inputs.compactMap(\.url).first ?? read.document.fetchedFrom
        read.document.fetchedFrom = source.map(URLSecrets.masked)
        for warning in read.warnings { Console.warn(warning.explanation) }
        try read.document.leaveOutUnusableKeys(given: options.card.references)
        guard !read.document.limits.isEmpty || !options.announcesCurve else {
            throw ErrorReport(
                "no curve was found, though options speak of one: name the columns with --mass-column and --coupling-column",
                code: ExitStatus.badData)
        }
        if read.document.limits.isEmpty {
            Console.warn(
                "it holds no curve, but parameters or tables alone: only code that answers for '\(read.document.card.stem)' can "
                    + "use it")
        }
        let bytes = nativeVOTable(of: read.document).serialized()
        guard output != "-" else {
            try Console.writeData(bytes)
            return
        }
        guard force || !fileExists(output) else {
            throw ErrorReport(
                "'\(output)' is there already: name another file, or replace it with --force",
                code: ExitStatus.cannotCreate)
        }
        let preview = try preview(of: read.document, bytes)
        try OwnStore.write(
            bytes, at: output, paths: ArchivePaths(environment: ProcessInfo.processInfo.environment),
            waiting: Console.noteWaiting)
        try Console.write(
            ImportAnswer(stem: read.document.card.stem, file: FileRecord(output, bytes), preview: preview), as: form)
    }

    /// The document against the map, as it would count; nil for parameters and tables alone.
    private func preview(of document: Document, _ bytes: [UInt8]) throws -> AdditionReport? {
        guard !document.limits.isEmpty else { return nil }
        let ingredients = try Ingredients(nil)
        let entry = CatalogueEntry(
            stem: document.card.stem, document: document, origin: .overlay(path: output),
            shadows: BundledFiles.ofProgram.stems.contains(document.card.stem) ? [.bundled] : [], contents: bytes)
        let scenario = try Scenario.shipped("paper")
        let effect = try ingredients.effect(of: entry, in: scenario).effect
        return AdditionReport(
            entry, effect: effect, scenario: scenario,
            remarks: ["It does not count yet: 'mutau add \(output)' takes it in."],
            signs: TerminalSigns(environment: ProcessInfo.processInfo.environment))
    }
}
