import Answers
import ArgumentParser
import CurveArchive
import Files
import Foundation
import PluginLoading

struct PluginRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a plugin that was installed.")

    @Argument(help: "Its name, as 'mutau plugin list' tells it.")
    var name: String

    @OptionGroup var output: FormatOptions

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let paths = PluginPaths(
            environment: environment, dataDirectory: ArchivePaths(environment: environment).dataDirectory)
        let files = PluginSearch(paths).files
        guard let file = files.first(where: { $0.name == name && $0.isInstalled(in: paths) }) else {
            throw refusal(files)
        }
        try uninstall(file)
        try Console.write(PluginRemoveAnswer(name: name, folder: file.folder), as: output)
    }

    private func uninstall(_ file: PluginFile) throws {
        do { try file.uninstall() } catch {
            guard case .holdsOtherFiles(let folder, let names) = error else { throw error }
            let others = ErrorText.list(names.map { ErrorText.clipped($0) })
            throw ErrorReport(
                "\(ErrorText.whole(folder)) holds more than was installed (\(others)): take that out first",
                code: ExitStatus.cannotCreate)
        }
    }

    /// Why there is nothing to remove.
    private func refusal(_ files: [PluginFile]) -> ErrorReport {
        if let other = files.first(where: { $0.name == name }) {
            return ErrorReport(
                "'\(name)' was not installed by mutau: remove \(ErrorText.whole(other.path)) yourself",
                code: ExitStatus.noInput)
        }
        let nearest = nearestName(to: name, among: files.map(\.name)).map { ": did you mean '\($0)'?" }
        return ErrorReport(
            "there is no plugin '\(ErrorText.clipped(name))'" + (nearest ?? ": see 'mutau plugin list'"),
            code: ExitStatus.noInput)
    }
}
