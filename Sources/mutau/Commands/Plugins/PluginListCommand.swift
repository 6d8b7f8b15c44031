import Answers
import ArgumentParser
import CurveArchive
import Documents
import Foundation
import PluginLoading

struct PluginListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The plugins on the search path: taken or refused, and why.",
        discussion: "The search path is MUTAU_PLUGIN_PATH, then mutau/plugins in the user's directory for data.")

    @OptionGroup var output: FormatOptions

    func run() throws {
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        let own = Catalogue(paths: paths)
        let search = PluginSearch(
            PluginPaths(environment: ProcessInfo.processInfo.environment, dataDirectory: paths.dataDirectory))
        for problem in search.problems { Console.warn(ErrorText.of(problem)) }
        let plugins = Plugins(search.files, holder: own.holder(of:)) { _ in }
        let taken = Dictionary(uniqueKeysWithValues: plugins.taken.map { ($0.file, $0) })
        let refused = Dictionary(uniqueKeysWithValues: plugins.refused.map { ($0.file, ErrorText.of($0.reason)) })
        switch output.format {
        case .json:
            try Console.write(
                JSONValue.array(
                    search.files.map { file in
                        [
                            "name": .text(file.name), "path": .text(file.path),
                            "accepted": .boolean(taken[file] != nil), "stems": .texts(taken[file]?.stems ?? []),
                            "sha256": .text(taken[file]?.sha256.hexadecimal), "reason": .text(refused[file]),
                        ]
                    }
                ).pretty)
        case .text where search.files.isEmpty:
            let places = PluginPaths(
                environment: ProcessInfo.processInfo.environment, dataDirectory: paths.dataDirectory
            ).directories
            try Console.write("no plugins in \(ErrorText.list(places))")
        case .text, .csv:
            let table = PrintedTable(
                columns: [.init("Plugin"), .init("State"), .init("Bounds"), .init("File"), .init("Reason")],
                rows: search.files.map { file in
                    [
                        file.name, taken[file] == nil ? "refused" : "accepted",
                        taken[file]?.stems.joined(separator: " ") ?? "", file.path, refused[file] ?? "",
                    ].map { .text($0) }
                })
            try Console.write(table.text(as: output.format == .csv ? .csv : .text))
        }
    }
}
