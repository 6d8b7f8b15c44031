import ArgumentParser
import PluginLoading

struct PluginBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Compile a plugin for this program.",
        discussion: """
            The Swift or C files of the folder are compiled by swiftc or cc, found on PATH; what they say is shown as it
            is. Swift must be of the version that built mutau.
            """)

    @OptionGroup var plugin: PluginFolder

    func run() throws {
        let file = try plugin.file
        keepOthersFromWriting()
        try PluginCompiler(try .ofProgram()).build(file)
        try Console.write("built \(file.path)")
    }
}
