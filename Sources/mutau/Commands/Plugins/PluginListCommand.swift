import Answers
import ArgumentParser
import CurveArchive
import Documents
import Foundation
import PluginLoading

struct PluginListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the plugins on the search path: taken or refused, and why.",
        discussion: "The search path is MUTAU_PLUGIN_PATH, then mutau/plugins in the user's directory for data.")

    @OptionGroup var output: FormatOptions

    func run() throws {
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        let own = Catalogue(paths: paths)
        let places = PluginPaths(
            environment: ProcessInfo.processInfo.environment, dataDirectory: paths.dataDirectory)
        let search = PluginSearch(places)
        for problem in search.problems { Console.warn(ErrorText.of(problem)) }
        let plugins = Plugins(search.files, holder: own.holder(of:)) { _ in }
        let answer = PluginListAnswer(
            search.files, plugins, directories: places.directories, reason: { ErrorText.of($0) })
        try Console.write(answer, as: output)
    }
}
