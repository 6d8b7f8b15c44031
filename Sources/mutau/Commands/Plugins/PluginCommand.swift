import ArgumentParser
import CurveArchive
import Foundation
import PluginLoading

struct PluginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Use bounds in code of your own, loaded at run time.",
        discussion: """
            A bound that is a curve needs no code: see 'mutau help add'. The code of plugins runs in a process of its own, with \
            10 s for a request and 2 GB of memory: a plugin that fails there is named and left out, and all others go on.
            Exit codes besides the usual ones: build, check and install end with 65 where the code does not compile, does not \
            conform or can't be loaded, build with 69 where no compiler is found.
            """,
        subcommands: [
            PluginNewCommand.self, PluginBuildCommand.self, PluginCheckCommand.self, PluginInstallCommand.self,
            PluginRemoveCommand.self, PluginListCommand.self,
        ])
}

/// The folder of a plugin.
struct PluginFolder: ParsableArguments {
    @Argument(help: "The folder of the plugin.", completion: .directory)
    var folder = "."

    /// - Throws: ``ErrorReport`` where there is no such folder.
    var file: PluginFile {
        get throws {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue
            else {
                throw ErrorReport(
                    "there is no folder '\(ErrorText.clipped(folder))': 'mutau plugin new' makes one",
                    code: ExitStatus.noInput)
            }
            return PluginFile(folder: folder)
        }
    }

    /// The plugin, which must have been built.
    var built: PluginFile {
        get throws {
            let file = try file
            guard fileExists(file.path) else {
                throw ErrorReport(
                    "there is no '\(ErrorText.clipped(file.path, to: 120))': run 'mutau plugin build' first",
                    code: ExitStatus.noInput)
            }
            return file
        }
    }
}

/// What is made for a plugin must be for the user alone to write, whatever the user's habit: others are refused.
func keepOthersFromWriting() { umask(umask(0) | 0o022) }
