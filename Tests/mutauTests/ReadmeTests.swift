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

    /// The indented blocks that begin with a command, as far as that needs no shell.
    private static func examples() throws -> [Example] {
        let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        var examples: [Example] = []
        var current: Example?
        for line in try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "\n") + ["end"] {
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
