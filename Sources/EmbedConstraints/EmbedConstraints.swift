import Foundation
import PackagePlugin

/// Writes the files of Constraints/ into a Swift source at every build, so that a new curve needs its document alone.
@main
struct EmbedConstraints: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Constraints")
        let script = context.package.directoryURL.appending(path: "Sources/EmbedConstraints/embed.sh")
        let output = context.pluginWorkDirectoryURL.appending(path: "BundledFiles.swift")
        let contents = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        // The folders themselves are inputs too: a new file changes their date, and the script finds it.
        let inputs = [script, folder] + contents.map { folder.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Embedding Constraints", executable: URL(filePath: "/bin/sh"),
                arguments: [script.path, folder.path, output.path], inputFiles: inputs, outputFiles: [output])
        ]
    }
}
