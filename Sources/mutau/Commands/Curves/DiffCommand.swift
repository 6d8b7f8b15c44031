import Answers
import ArgumentParser
import CurveArchive
import Foundation

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Compare two versions of the curves: how far each limit moved, and which cells of the map changed.",
        discussion: """
            A version is a lock file (documents are looked for beside it, too), or one of the words 'current', 'previous' \
            (before the last refresh that changed a curve) and 'bundled' (what the program carries). Documents of your own count \
            on both sides.
            """)

    private static let versions = ["current", "previous", "bundled"]

    @Argument(help: "The version before.", completion: .list(versions))
    var before = "previous"

    @Argument(help: "The version after.", completion: .list(versions))
    var after = "current"

    @OptionGroup var plane: GridOptions

    @Flag(help: "Exit with 1 where anything changed.")
    var exitCode = false

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        let answer = try DiffAnswer(
            from: try Self.version(before), to: try Self.version(after), paths: paths, plane: plane, scenario: scenario)
        try Console.write(answer, as: output)
        if exitCode, !answer.isEmpty { throw ExitCode(1) }
    }

    private static func version(_ text: String) throws -> LockedCurves.Version {
        switch text {
        case "current": return .current
        case "previous": return .previous
        case "bundled": return .bundled
        default:
            guard FileManager.default.fileExists(atPath: text) else {
                throw ErrorReport(
                    "'\(ErrorText.whole(text))' is no lock file, and none of current, previous, bundled",
                    code: ExitStatus.noInput)
            }
            return .file(path: text, directory: directory(of: text))
        }
    }
}
