import Answers
import ArgumentParser
import CurveArchive
import Files
import Foundation
import PluginLoading

struct PluginNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a folder with a first plugin, to read and to change.")

    @Argument(help: "Its name: a letter, then letters, digits and _.")
    var name: String

    @Option(help: "The language of its code.")
    var language: PluginTemplate.Language = .swift

    @OptionGroup var output: FormatOptions

    func run() throws {
        guard let name = PluginName(name) else {
            throw ValidationError("'\(name)' can't name a plugin: a letter, then letters, digits and _")
        }
        let paths = ArchivePaths(environment: ProcessInfo.processInfo.environment)
        if let holder = Catalogue(paths: paths).holder(of: name.stem) {
            throw ValidationError("its stem would be '\(name.stem)', which belongs to \(holder): choose another name")
        }
        keepOthersFromWriting()
        let template = PluginTemplate(name, language)
        try createDirectory(at: name.text, with: template.files)
        try Console.write(
            PluginNewAnswer(folder: name.text, stem: name.stem, files: template.files), as: output)
    }
}

extension PluginTemplate.Language: ExpressibleByArgument {}
