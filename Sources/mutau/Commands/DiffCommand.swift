import AllowedRegion
import ArgumentParser
import CurveArchive
import Foundation
import Presentation

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "What changed between two versions of the curves: how far limits moved, and which cells of the map flip.",
        discussion: """
            A version is a lock file (documents are looked for beside it, too), or one of the words 'current',
            'previous' (before the last refresh that changed a curve) and 'bundled' (what the program carries). Documents of
            your own count on both sides.
            """)

    @Argument(help: "The version before.")
    var before = "previous"

    @Argument(help: "The version after.")
    var after = "current"

    @OptionGroup var plane: GridOptions

    @Flag(help: "Exit with 1 where anything changed.")
    var exitCode = false

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        let versions = try [before, after].map { try LockedCurves(Self.version($0), paths: paths) }
        let differences = VersionDifference.all(from: versions[0], to: versions[1])
        let grid = try plane.points()
        let plugins = scenario.plugins.plugins(beside: Catalogue(paths: paths), paths)
        let linkedBounds = try LinkedBounds(plugins: plugins)
        var told: Set<String> = []
        let maps = try versions.map { version in
            let catalogue = Catalogue(paths: paths, locked: version).completed(by: plugins) { text in
                if told.insert(text).inserted { Console.warn(text) }
            }
            let scenario = try scenario.request(catalogue: catalogue).scenario
            return try StandingMap(scenario, catalogue: catalogue, linkedBounds: linkedBounds, grid: grid)
        }
        let answer = DiffAnswer(
            differences: differences, flips: StandingFlip.all(from: maps[0], to: maps[1]), cells: grid.count)
        switch output.format {
        case .text: try Console.write(answer.text)
        case .json: try Console.write(answer.json.pretty)
        case .csv: try Console.write(answer.table.text(as: .csv))
        }
        if exitCode, !differences.isEmpty { throw ExitCode(1) }
    }

    private static func version(_ text: String) -> LockedCurves.Version {
        switch text {
        case "current": .current
        case "previous": .previous
        case "bundled": .bundled
        default: .file(path: text, directory: directory(of: text))
        }
    }
}
