import Foundation
import Testing

/// What the README prints is what the program says.
@Suite struct ReadmeTests {
    /// A command of the README with what it is said to print.
    struct Example {
        var command: String
        var output: String
    }

    @Test func itsExamplesAreCurrent() throws {
        let program = try Program()
        defer { program.removeHome() }
        let examples = try Self.examples()
        #expect(examples.count >= 6, "the tour has lost its examples, or this test no longer finds them")
        for example in examples {
            let answer = try program.run(example.command.split(separator: " ").dropFirst().map(String.init))
            #expect(answer.status == 0, "\(example.command): \(answer.errors)")
            #expect(Self.trimmed(answer.output) == example.output, "\(example.command)")
        }
    }

    /// The four commands from a file of two columns to the figure, as a newcomer types them.
    @Test func aLimitOfOnesOwnComesOntoTheFigure() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("mass_MeV,coupling\n2,4e-4\n20,2e-4\n200,9e-4\n", to: "limit.csv")
        let commands = try Self.commands(below: "### Your limit on the figure")
        #expect(commands.count == 4)
        for command in commands {
            let answer = try program.runShell(command)
            #expect(answer.status == 0, "\(command): \(answer.errors)")
            if command.hasPrefix("mutau check") { #expect(answer.output.contains("excluded by My limit 2026")) }
        }
        let figure = try String(contentsOf: program.home.appending(path: "mutau-map/map.html"), encoding: .utf8)
        #expect(figure.contains("My limit 2026"))
        let list = try program.run(["list"]).output
        #expect(!list.contains("my-limit-2026"))
    }

    /// The commands of the first block below a heading.
    private static func commands(below heading: String) throws -> [String] {
        let lines = try text().components(separatedBy: "\n")
        let block = lines.drop { $0 != heading }.drop { !$0.hasPrefix("    $ ") }.prefix { $0.hasPrefix("    $ ") }
        return block.map { String($0.dropFirst(6)) }
    }

    private static func text() throws -> String {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        return try String(contentsOf: readme, encoding: .utf8)
    }

    /// The indented blocks that begin with a command, as far as that needs no shell.
    private static func examples() throws -> [Example] {
        var examples: [Example] = []
        var current: Example?
        for line in try text().components(separatedBy: "\n") + ["end"] {
            if line.hasPrefix("    $ ") || (!line.hasPrefix("    ") && !line.isEmpty) {
                // A command whose output is not shown promises nothing.
                if let done = current, !trimmed(done.output).isEmpty {
                    examples.append(Example(command: done.command, output: trimmed(done.output)))
                }
                current = line.hasPrefix("    $ mutau") ? Example(command: String(line.dropFirst(6)), output: "") : nil
                if let command = current?.command, command.contains(where: { "|>#\"".contains($0) }) { current = nil }
            } else {
                current?.output += String(line.dropFirst(4)) + "\n"
            }
        }
        return examples
    }

    private static func trimmed(_ text: String) -> String {
        text.components(separatedBy: "\n").map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n")
            .trimmingCharacters(in: .newlines)
    }
}
