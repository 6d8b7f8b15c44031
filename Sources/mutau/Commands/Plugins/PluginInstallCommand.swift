import Answers
import ArgumentParser
import CurveArchive
import Foundation
import PluginLoading

struct PluginInstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Copy a plugin onto the search path: from then on its bounds take part.",
        discussion: """
            The library, its documents and its known values are copied into a folder of the plugin's name in the user's \
            directory, in place of an earlier copy. 'mutau plugin remove' takes them out again.
            """)

    @OptionGroup var plugin: PluginFolder

    @Flag(help: "Install it although it does not conform.")
    var insist = false

    @OptionGroup var output: FormatOptions

    func run() throws {
        let file = try plugin.built
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        let search = PluginPaths(
            environment: ProcessInfo.processInfo.environment, dataDirectory: paths.dataDirectory)
        guard let directory = search.ownDirectory else {
            throw ErrorReport(
                "no home directory is known to install into: set HOME or XDG_DATA_HOME", code: ExitStatus.cannotCreate)
        }
        let conformance = PluginConformance.ofUser(file)
        if let refusal = conformance.refusal { throw ErrorReport(refusal, of: file) }
        guard conformance.conforms || insist else {
            throw ErrorReport(
                "it does not conform: see 'mutau plugin check', or insist with --insist", code: ExitStatus.badData)
        }
        keepOthersFromWriting()
        let stems = conformance.bounds.map(\.stem)
        let files = try file.files(of: stems)
        let copy = try file.install(files, into: directory)
        let answer = PluginInstallAnswer(
            name: copy.name, folder: copy.folder, stems: stems, conforms: conformance.conforms, files: files)
        try Console.write(answer, as: output)
        // Whether it does, beside the other plugins, is said at once.
        do { _ = try Plugins.ofUser(Catalogue(paths: paths), dataDirectory: paths.dataDirectory, nil) } catch {
            Console.warn(ErrorText.words(for: error))
        }
    }
}
