import Answers
import ArgumentParser
import PluginLoading

struct PluginBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Compile a plugin for this program.",
        discussion: """
            swiftc or cc, found on PATH, compiles the Swift or C files of the folder, and its messages are shown. \
            Swift must be of the version that built mutau.
            """)

    @OptionGroup var plugin: PluginFolder
    @OptionGroup var output: FormatOptions

    func run() throws {
        let file = try plugin.file
        keepOthersFromWriting()
        try PluginCompiler(try .ofProgram()).build(file) { Console.note($0) }
        let library = FileRecord(file.path, try file.library())
        try Console.write(PluginBuildAnswer(name: file.name, library: library), as: output)
    }
}
