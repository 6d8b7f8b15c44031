import Foundation
import PackagePlugin

/// Writes each text file of a target into a Swift source at every build, as a constant: `neff-table.txt` becomes
/// `neffTableText`. Scripts and style sheets are such files too.
@main
struct EmbedTables: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = target.directoryURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            [".txt", ".js", ".css"].contains { path.hasSuffix($0) }
        }
        return paths.sorted().map { path in
            let file = folder.appending(path: path)
            let words = file.deletingPathExtension().lastPathComponent.split(separator: "-")
            let name = (words.prefix(1).map(String.init) + words.dropFirst().map(\.capitalized)).joined() + "Text"
            let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
            let writing =
                ###"{ printf 'let %s: StaticString = ##"""\n' "$1"; cat "$2"; printf '\n"""##\n'; } > "$3.part""###
            let script = writing + #"; mv "$3.part" "$3""#
            return .buildCommand(
                displayName: "Embedding \(path)", executable: URL(filePath: "/bin/sh"),
                arguments: ["-euc", script, "sh", name, file.path, output.path], inputFiles: [file],
                outputFiles: [output])
        }
    }
}
