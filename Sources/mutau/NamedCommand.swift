import ArgumentParser
import Foundation

/// The command that words on the command line name, and the first of them that names nothing.
struct NamedCommand {
    /// From the program down to the last command that is named.
    private let path: [any ParsableCommand.Type]
    private let rest: ArraySlice<String>

    init(_ words: [String]) {
        var path: [any ParsableCommand.Type] = [Mutau.self]
        var rest = words[...]
        // 'help' stands before the command that it is about.
        if rest.first == "help" { rest.removeFirst() }
        while let word = rest.first, let next = path.last?.subcommand(word) {
            path.append(next)
            rest.removeFirst()
        }
        (self.path, self.rest) = (path, rest)
    }

    /// Names the first word that stands for no command or option, or an option that is given twice; nil where there is none.
    var mistake: String? { unknownCommand ?? unknownOption ?? repeatedOption }

    /// The words that name it, behind that of the program.
    var names: [String] { path.dropFirst().map { $0._commandName } }

    /// How it is used, and where more is told, as the argument parser says it.
    var usage: String { path.last.map { Self.usage(of: $0, path.map { $0._commandName }) } ?? "" }

    /// The same of a command that has been read.
    static func usage(of command: any ParsableCommand) -> String {
        let type = type(of: command)
        return usage(of: type, names(of: type, from: [Mutau.self]) ?? [])
    }

    private static func usage(of command: any ParsableCommand.Type, _ names: [String]) -> String {
        let indent = "\n       "
        let lines = Mutau.usageString(for: command).split(separator: "\n").joined(separator: indent)
        return "Usage: \(lines)\n  See '\(names.joined(separator: " ")) --help' for more information."
    }

    private static func names(of type: any ParsableCommand.Type, from path: [any ParsableCommand.Type]) -> [String]? {
        guard let last = path.last else { return nil }
        if ObjectIdentifier(last) == ObjectIdentifier(type) { return path.map { $0._commandName } }
        return last.configuration.subcommands.lazy.compactMap { names(of: type, from: path + [$0]) }.first
    }

    /// Names a word that stands where a command is expected, and is none.
    var unknownCommand: String? {
        guard let last = path.last, let word = rest.first, !word.hasPrefix("-"), word != "help" else { return nil }
        let names = last.configuration.subcommands.map { $0._commandName }
        return names.isEmpty ? nil : ErrorText.unknown("command", word, names)
    }

    private var unknownOption: String? {
        guard let known = path.last?.longOptions else { return nil }
        let words = rest.prefix { $0 != "--" }
        let names = words.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }.map(String.init)
        guard let name = names.first(where: { !known.contains($0) }) else { return nil }
        let command = path.map { $0._commandName }.joined(separator: " ")
        return ErrorText.unknownOption(name, of: command, known.subtracting(Self.ofEveryCommand).sorted())
    }

    /// Names an option that has a value and is given twice, where only one counts: the argument parser takes the last without a word.
    var repeatedOption: String? {
        let words = rest.prefix { $0 != "--" }
        let names = words.filter { $0.hasPrefix("-") }.map { $0.prefix { $0 != "=" } }.map(String.init)
        // Names of one option may differ, as -o and --output do; asking for its description takes longer than this.
        let isDoubtful = Set(names).count < names.count || names.contains { $0.count == 2 }
        guard isDoubtful, let options = path.last?.describedOptions else { return nil }
        for option in options where option.kind == "option" && option.isRepeating != true {
            let given = names.filter(option.spellings.contains)
            if given.count > 1 {
                let advice =
                    option.takesList ? ": give its values in one list, parted by commas" : ": only one can count"
                return "\(given[1]) is given \(given.count == 2 ? "twice" : "\(given.count) times")\(advice)"
            }
        }
        return nil
    }

    /// Those that the argument parser itself takes.
    fileprivate static let ofEveryCommand: Set<String> = [
        "--help", "--help-hidden", "--version", "--experimental-dump-help", "--generate-completion-script",
    ]
}

extension ParsableCommand {
    fileprivate static func subcommand(_ name: String) -> (any ParsableCommand.Type)? {
        configuration.subcommands.first { $0._commandName == name }
    }

    /// What it takes, as the argument parser describes it; nil where it does not.
    fileprivate static var describedOptions: [DescribedTool.Argument]? {
        guard
            case .success(let tool) = Result(catching: {
                try JSONDecoder().decode(DescribedTool.self, from: Data(_dumpHelp().utf8))
            })
        else { return nil }
        return tool.command.arguments ?? []
    }

    /// The long names of its options.
    fileprivate static var longOptions: Set<String>? {
        describedOptions.map { options in
            Set(options.flatMap(\.spellings).filter { $0.hasPrefix("--") }).union(NamedCommand.ofEveryCommand)
        }
    }
}

/// What the argument parser says of a command, as far as it is wanted.
private struct DescribedTool: Decodable {
    struct Command: Decodable { var arguments: [Argument]? }
    struct Argument: Decodable {
        var kind: String?
        var isRepeating: Bool?
        var valueName: String?
        var names: [Name]?

        /// As one types its names.
        var spellings: [String] { (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name } }
        /// Whether its value is a list: `stem,…`.
        var takesList: Bool { valueName?.contains(",…") == true }
    }
    struct Name: Decodable {
        var kind: String
        var name: String
    }

    var command: Command
}
