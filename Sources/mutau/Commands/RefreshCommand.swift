import ArgumentParser
import CurveArchive
import Foundation
import Presentation

struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Fetch curves anew from a mirror, check them against the versions at hand, and let them count.",
        discussion: """
            A mirror is any web server that has this project's folder Constraints/. What does not stand up to the checks
            is refused, and the version before stays.
            """)

    @Argument(help: "Stems of the curves; all that the program carries where none is named.")
    var stems: [String] = []

    @Option(help: ArgumentHelp("The web server: <URL>/<stem>.vot is fetched for each curve.", valueName: "url"))
    var mirror: String

    @Flag(help: "Fetch and compare, and write nothing.")
    var dryRun = false

    @Flag(help: "Take curves although they moved further than is credible.")
    var insist = false

    @Flag(help: "Allow plain http to other machines.")
    var allowHttp = false

    @Flag(help: "Exit with 1 where a curve was, or would be, replaced.")
    var exitCode = false

    @OptionGroup var output: FormatOptions

    func run() throws {
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        if !stems.isEmpty {
            let known = Catalogue(paths: paths).stems
            for stem in stems where !known.contains(stem) {
                throw CatalogueError.unknownStem(stem, nearest: nearestName(to: stem, among: known))
            }
        }
        var options = RefreshOptions()
        options.isDryRun = dryRun
        options.insists = insist
        var client = HTTPClient(
            version: ProgramVersion.number, environment: ProcessInfo.processInfo.environment)
        client.allowsPlainHTTP = allowHttp
        let refresh = try Refresh(paths: paths, client: client, options: options)
        let progress = ProgressBar(label: "refresh")
        let count = stems.isEmpty ? BundledFiles.ofProgram.stems.count : stems.count
        var done = 0
        let report = try refresh.run(stems: stems.isEmpty ? nil : stems, mirror: mirror) { _ in
            done += 1
            progress.update(Double(min(done, count)) / Double(count))
        }
        progress.finish()
        try write(report)
        if report.hasFailures { throw ExitCode(ExitStatus.unavailable) }
        if exitCode, report.hasUpdates { throw ExitCode(1) }
    }

    private func write(_ report: RefreshReport) throws {
        let rows = report.curves.map { ($0.stem, $0.outcome.word, ErrorText.of($0.outcome, isDryRun: dryRun)) }
        switch output.format {
        case .text:
            let width = rows.map(\.0.count).max() ?? 0
            try Console.write(
                rows.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.2 }
                    .joined(separator: "\n"))
        case .json:
            try Console.write(
                JSONValue.array(
                    rows.map { ["stem": .text($0.0), "outcome": .text($0.1), "detail": .text($0.2)] }
                ).pretty)
        case .csv:
            try Console.write(
                TextTable(
                    columns: [.init("stem"), .init("outcome"), .init("detail")],
                    rows: rows.map { [.text($0.0), .text($0.1), .text($0.2)] }
                ).text(as: .csv))
        }
    }
}

extension RefreshOutcome {
    /// The word used in machine-readable answers.
    fileprivate var word: String {
        switch self {
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .notFound: "not found"
        case .refused: "refused"
        case .failed: "failed"
        }
    }
}
