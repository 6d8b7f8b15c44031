import Answers
import ArgumentParser
import CurveArchive
import Documents
import Foundation
import PluginLoading

struct PluginCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a plugin by the tests that the bundled bounds pass.",
        discussion: """
            The card must be complete, and the references well formed. The bound must speak and be silent where it says so, with \
            finite and ordered intervals; it must answer the same for one mass, for a row of masses and from many threads; and it \
            must reproduce the values in <stem>.known.csv, which a validated bound must have. The exit code is otherwise 65.
            """)

    @OptionGroup var plugin: PluginFolder
    @OptionGroup var output: FormatOptions

    func run() throws {
        let file = try plugin.built
        let conformance = PluginConformance.ofUser(file)
        if let refusal = conformance.refusal { throw ErrorReport(refusal, of: file) }
        try Console.write(PluginCheckAnswer(conformance), as: output)
        if !conformance.conforms { throw ExitCode(ExitStatus.badData) }
    }
}

extension PluginConformance {
    /// With what the user has already.
    static func ofUser(_ file: PluginFile) -> PluginConformance {
        let own = Catalogue(paths: ArchivePaths(environment: ProcessInfo.processInfo.environment))
        return PluginConformance(file, catalogue: own, holder: own.holder(of:), wording: ErrorText.words(for:))
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
