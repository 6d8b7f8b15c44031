import ArgumentParser
// Every command asks in its words.
@_exported import Asking
import CurveArchive
import Files
import Foundation
import PluginLoading

/// The program: its subcommands, and what every one of them shares at the end, an exit code.
@main
struct Mutau: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutau",
        abstract:
            "Is a light Lμ−Lτ gauge boson Z′ allowed? Which measurement excludes it? Does it fit IceCube's spectrum?",
        discussion: """
            'mutau check 6.5MeV 4.5e-4' answers for one Z′ of mass m and coupling g′, 'mutau limit 6.5MeV' for one mass, and \
            'mutau map' for the whole plane. A scenario says which bounds, conventions and data count.

            A mass has its unit (6.5MeV, 0.0065GeV); a number alone is in MeV.

            'mutau --version' shows the version, with the digest of the data the program carries.

            Exit codes: 0 done, 64 usage, 65 bad input data, 66 no such input, 69 network or compiler unavailable, \
            70 internal, 72 no gnuplot for figures or a library missing, 73 cannot create, 74 input/output, \
            75 unfinished (scan run), 130 interrupted.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Allowed region",
                subcommands: [CheckCommand.self, LimitCommand.self, TableCommand.self, MapCommand.self]),
            CommandGroup(
                name: "IceCube",
                subcommands: [Chi2Command.self, FitCommand.self, SpectrumCommand.self, ReproduceCommand.self]),
            CommandGroup(
                name: "Bounds",
                subcommands: [
                    ListCommand.self, ShowCommand.self, CiteCommand.self, AddCommand.self, RemoveCommand.self,
                    ExportCommand.self, ImportCommand.self, InspectCommand.self, RefreshCommand.self, DiffCommand.self,
                    PluginCommand.self,
                ]),
            CommandGroup(name: "Further", subcommands: [ScanCommand.self, ScenarioCommand.self, SchemaCommand.self]),
        ])

    func run() throws { throw CleanExit.helpRequest(self) }

    static func main() {
        KeptMemory.begin()
        Console.holdStandardStreams()
        var words = CommandLine.arguments
        if !words.isEmpty { words.removeFirst() }
        // Before anything else is set up: each run with plugins waits for it.
        if words.first == PluginServer.command {
            PluginServer.run(arguments: Array(words.dropFirst())) { ErrorText.words(for: $0) }
        }
        if words == [BundledFiles.preparingCommand] { writePreparedFiles() }
        UnfinishedFiles.removeOnSignals()
        // A limit on the size of files is then an error of the write that meets it, and is told as one.
        signal(SIGXFSZ, SIG_IGN)
        var command: (any ParsableCommand)?
        do {
            // Neither the argument parser's own, for which every command would wait for the digest of all data, nor a flag,
            // which would be taken out of the words of a command that has such an option itself.
            guard words != ["--version"] else { return try Console.write(ProgramVersion.text) }
            KeptMemory.takeLargePage()
            // The argument parser answers help for a command that there is not with that for all.
            if words.first == "help" || words.contains("--help"), let mistake = NamedCommand(words).unknownCommand {
                throw ValidationError(mistake)
            }
            // Who can't be told the result is told so before anything is changed.
            if let question = PointQuestion(words) {
                try Console.checkOutput()
                return try question.answer()
            }
            if let mistake = NamedCommand(words).repeatedOption { throw ValidationError(mistake) }
            var parsed: any ParsableCommand = try parseAsRoot(negativeNumbersAsValues(words))
            command = parsed
            try Console.checkOutput()
            try parsed.run()
        } catch {
            end(with: error, of: command, words)
        }
    }

    /// Tells an error and ends.
    /// - Parameters:
    ///   - command: that was run; nil: none was read.
    ///   - words: of the command line.
    static func end(with error: any Error, of command: (any ParsableCommand)?, _ words: [String]) -> Never {
        if let report = ErrorReport(of: error) ?? ErrorReport(unforeseen: error) {
            Console.fail("mutau: \(report.message)")
            Foundation.exit(report.code)
        }
        // What the argument parser throws to be shown. It does not look whether it could be written, and breaks lines without
        // a look at what is to be shown of them.
        _ = (ConsoleStream.output, ConsoleStream.errors)
        setenv("COLUMNS", "100000", 1)
        let code = exitCode(for: error)
        var text = fullMessage(for: error)
        if let error = error as? ValidationError, let command {
            // The argument parser, asked afterwards, takes it for one of the program as a whole.
            text = "Error: \(error.message)\n\(NamedCommand.usage(of: command))"
        } else if !code.isSuccess, command == nil {
            let named = NamedCommand(words)
            // What stands for nothing comes before what is then found wrong with its neighbours.
            if let mistake = named.mistake { text = "Error: \(mistake)\n\(named.usage)" }
        }
        // Without the space that stands before a negative number for the argument parser alone.
        for word in CommandLine.arguments where word.hasPrefix("-") {
            text = text.replacing("' \(word)'", with: "'\(word)'")
        }
        if text.isEmpty { Foundation.exit(code.rawValue) }
        if code.isSuccess {
            do { try write(text, words) } catch { end(with: error, of: command, words) }
        } else {
            Console.fail(text)
        }
        Foundation.exit(code.rawValue)
    }

    /// Writes what was asked of the argument parser itself: help, all of it as JSON, or completions.
    private static func write(_ text: String, _ words: [String]) throws {
        if text.hasPrefix("{") { return try Console.writeJSON(text) }
        guard text.hasPrefix("OVERVIEW: ") else { return try Console.writeDocument(text) }
        try Console.writeHelp(HelpPage(text, example: Examples.line(for: NamedCommand(words).names)))
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
