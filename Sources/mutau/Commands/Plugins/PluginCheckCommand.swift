import Answers
import ArgumentParser
import CurveArchive
import Documents
import Foundation
import PluginLoading

struct PluginCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Put a plugin through the suite that the bundled bounds pass.",
        discussion: """
            Its card is complete and its references are well formed; it speaks and is silent where it says so, with
            finite and ordered intervals; it gives the same answers one by one, in rows and from many threads; and it
            reproduces the values in <stem>.known.csv, which a validated bound must have. Ends with 65 where it does not.
            """)

    @OptionGroup var plugin: PluginFolder
    @OptionGroup var output: FormatOptions

    func run() throws {
        let file = try plugin.built
        let conformance = PluginConformance.ofUser(file)
        if let refusal = conformance.refusal { throw ErrorReport(refusal, of: file) }
        switch output.format {
        case .text: try Console.write(conformance.bounds.map(\.text).joined(separator: "\n"))
        case .json:
            try Console.write(
                JSONValue.array(
                    conformance.bounds.map { bound in
                        [
                            "stem": .text(bound.stem), "conforms": .boolean(bound.findings.isEmpty),
                            "known_values": .integer(bound.knownValues),
                            "findings": .array(
                                bound.findings.map {
                                    ["subject": .text($0.subject.rawValue), "detail": .text($0.detail)]
                                }),
                        ]
                    }
                ).pretty)
        case .csv:
            try Console.write(
                PrintedTable(
                    columns: [.init("stem"), .init("subject"), .init("detail")],
                    rows: conformance.bounds.flatMap { bound in
                        bound.findings.map { [bound.stem, $0.subject.rawValue, $0.detail].map { .text($0) } }
                    }
                ).text(as: .csv))
        }
        if !conformance.conforms { throw ExitCode(ExitStatus.badData) }
    }
}

extension PluginConformance {
    /// With what the user has already.
    static func ofUser(_ file: PluginFile) -> PluginConformance {
        let own = Catalogue(paths: ArchivePaths(environment: ProcessInfo.processInfo.environment))
        return PluginConformance(file, catalogue: own, holder: own.holder(of:))
    }
}

extension PluginConformance.Bound {
    /// What is wrong, a line each, or that nothing is.
    var text: String {
        guard !findings.isEmpty else {
            let values = knownValues == 1 ? "1 known value" : "\(knownValues) known values"
            return "\(stem) conforms (\(values))"
        }
        let lines = findings.map { "  " + ErrorText.clipped($0.description, to: 300) }
        return (["\(stem) does not conform:"] + lines).joined(separator: "\n")
    }
}

extension ErrorReport {
    /// A plugin that can't be loaded.
    init(_ refusal: PluginRefusal, of file: PluginFile) {
        self.init(
            "'\(ErrorText.clipped(file.path, to: 120))' is no plugin for this program: \(ErrorText.of(refusal))",
            code: ExitStatus.badData)
    }
}
