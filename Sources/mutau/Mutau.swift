import ArgumentParser
import Foundation
import PluginLoading

/// The program: its subcommands, and what every one of them shares at the end, an exit code.
@main
struct Mutau: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutau",
        abstract: "Is a light Lμ−Lτ gauge boson still allowed, by which measurement not, and does it help IceCube?",
        discussion: """
            Masses are given with their unit (6.5MeV, 0.0065GeV); a number alone means MeV.
            Exit codes: 0 done, 64 usage, 65 bad input data, 66 no such input, 69 source unavailable, 70 internal,
            73 cannot create, 74 input/output, 130 interrupted.
            """,
        subcommands: [
            MapCommand.self, CheckCommand.self, LimitCommand.self, TableCommand.self, ListCommand.self,
            ShowCommand.self, CiteCommand.self, Chi2Command.self, FitCommand.self, ReproduceCommand.self,
            SpectrumCommand.self,
            AddCommand.self, RemoveCommand.self, ExportCommand.self, ImportCommand.self,
            InspectCommand.self, RefreshCommand.self, DiffCommand.self, ScenarioCommand.self, SchemaCommand.self,
            PluginCommand.self,
        ])

    // Not the argument parser's own: that one would have every command wait for the digest of all data.
    @Flag(help: "Show the version, with the digest of the data the program carries.")
    var version = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        try Console.write(ProgramVersion.text)
    }

    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        // Before anything else is set up: each run with plugins waits for it.
        if words.first == PluginServer.command {
            PluginServer.run(arguments: Array(words.dropFirst())) { ErrorText.of($0) }
        }
        // A limit on the size of files is then an error of the write that meets it, and is told as one.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let arguments = negativeNumbersAsValues(words)
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            guard let report = ErrorReport(of: error) ?? ErrorReport(unforeseen: error) else { exit(withError: error) }
            Console.note("mutau: \(report.message)")
            Foundation.exit(report.code)
        }
    }

    /// The argument parser takes -5 for an option. It is the value of the option before it (an ε/g′ is negative), or else
    /// a mass or coupling; behind a space it reaches the reader of that, which says what is wrong with it.
    static func negativeNumbersAsValues(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var result: [String] = []
        for argument in arguments[..<end] {
            guard argument.hasPrefix("-"), let next = argument.dropFirst().first, next.isNumber || next == "." else {
                result.append(argument)
                continue
            }
            if let option = result.last, option.hasPrefix("--"), !option.contains("=") {
                result[result.count - 1] = option + "=" + argument
            } else {
                result.append(" " + argument)
            }
        }
        return result + arguments[end...]
    }
}
