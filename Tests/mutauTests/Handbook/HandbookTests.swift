import ArgumentParser
import Foundation
import Testing

@testable import mutau

/// What the README and the handbook print is what the program says. `MUTAU_RECORD_SNAPSHOTS=1` writes anew what is shown
/// in full.
@Suite struct HandbookTests {
    @Test(arguments: try HandbookPage.paths()) func showsWhatIsPrinted(path: String) throws {
        let page = try HandbookPage(path)
        let program = try Program()
        defer { program.removeHome() }
        var corrected: [(example: HandbookPage.Example, printed: [String])] = []
        for example in page.examples {
            let answer = try program.runShell("export LC_ALL=C.UTF-8; \(example.command)")
            // Of a command that fails the message is shown, of others what they answer.
            let printed = Self.lines(answer.status == 0 ? answer.output : answer.output + answer.errors)
            let place = "\(page.path):\(example.line + 1): \(example.command)"
            #expect(answer.status == 0 || !example.output.isEmpty, "\(place): \(answer.errors)")
            if Self.isRecording, !example.isShortened {
                corrected.append((example, printed))
            } else {
                #expect(example.shows(printed), "\(place) prints\n\(printed.joined(separator: "\n"))")
            }
        }
        if !corrected.isEmpty { try Self.record(corrected, in: page) }
    }

    @Test(arguments: try HandbookPage.paths()) func namesCommandsThatThereAre(path: String) throws {
        for line in try HandbookPage(path).mentioned {
            let words = line.matches(of: /"[^"]*"|[^ ]+/).dropFirst()
                .map { String($0.output.replacing("\"", with: "")) }
            #expect(throws: Never.self, "\(path): \(line)") { _ = try Mutau.parseAsRoot(words) }
        }
    }

    /// `make docs` looks at anchors too; this one needs no docc.
    @Test(arguments: try HandbookPage.paths()) func linksLeadSomewhere(path: String) throws {
        let folder = HandbookPage.root.appending(path: path).deletingLastPathComponent()
        for line in try HandbookPage(path).lines where !line.hasPrefix("    ") {
            for link in line.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map(\.output.1) where !link.contains(":") {
                let target = folder.appending(path: String(link)).standardized.path
                #expect(FileManager.default.fileExists(atPath: target), "\(path) links to \(link)")
            }
        }
    }

    /// The tour of the README and the first hour are there, and found by this test.
    @Test func thereAreExamples() throws {
        let counts = try HandbookPage.paths().map { try HandbookPage($0).examples.count }
        #expect(counts.count(where: { $0 > 0 }) > 20)
        #expect(try HandbookPage("README.md").examples.count >= 8)
    }

    /// Each command has a page, and each page is of a command.
    @Test func everyCommandHasItsPage() throws {
        func names(_ command: any ParsableCommand.Type, below path: [String]) -> [String] {
            command.configuration.subcommands.flatMap { child in
                let words = path + [child._commandName]
                return [words.joined(separator: "-")] + names(child, below: words)
            }
        }
        let folder = HandbookPage.root.appending(path: "Documentation/commands")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(pages.sorted() == names(Mutau.self, below: []).map { "\($0).md" }.sorted())
    }

    private static let isRecording = ProcessInfo.processInfo.environment["MUTAU_RECORD_SNAPSHOTS"] == "1"

    private static func lines(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n").map { $0.replacing(/\s+$/, with: "") }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func record(
        _ answers: [(example: HandbookPage.Example, printed: [String])], in page: HandbookPage
    ) throws {
        var lines = page.lines
        for (example, printed) in answers.reversed() {
            let shown = example.line + 1..<example.line + 1 + example.output.count
            lines.replaceSubrange(shown, with: printed)
        }
        let file = HandbookPage.root.appending(path: page.path)
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
    }
}
