import ArgumentParser
import Foundation
import Scenarios
import Testing

@testable import Asking
@testable import mutau

/// The command line and the documentation hold what is declared of a scenario's choices, and nothing else.
@Suite struct ScenarioChoiceOptionTests {
    private static let taking: [(name: String, help: String)] = leaves(of: Mutau.self, path: [])

    private static func leaves(of command: any ParsableCommand.Type, path: [String]) -> [(name: String, help: String)] {
        let subcommands = command.configuration.subcommands
        guard subcommands.isEmpty else {
            return subcommands.flatMap { leaves(of: $0, path: path + [$0._commandName]) }
        }
        return [(path.joined(separator: " "), command.helpMessage(includeHidden: true, columns: 4000))]
    }

    /// A command takes all choices or none, as declared, also where its help shows but some of them. A card has options of
    /// the same names, with help of their own.
    @Test(arguments: ScenarioChoice.all.compactMap(\.option))
    func isTakenByTheCommandsDeclared(option: ScenarioChoice.Option) {
        let takers = Self.taking.filter { command in
            command.help.contains("--\(option.name) <") && command.help.contains(option.help.prefix(30))
        }
        #expect(Set(takers.map(\.name)) == Set(ScenarioChoice.commands))
    }

    @Test func everyOptionOfAScenarioIsDeclared() {
        let parts = [
            NeutrinoOptions.helpMessage(columns: 4000), SourceOptions.helpMessage(columns: 4000),
            IceCubeOptions.helpMessage(columns: 4000),
        ]
        let declared = Set(ScenarioChoice.all.compactMap { $0.option?.name })
        let found = parts.flatMap { $0.matches(of: /--([a-z0-9-]+) </).map { String($0.output.1) } }
        #expect(found.count > 15)
        // Short for a point source at this largest redshift.
        #expect(Set(found).subtracting(declared) == ["source-redshift"])
    }

    /// The short table of the handbook has the options of each group, no more and no fewer.
    @Test func theHandbookListsThem() throws {
        let page = try HandbookPage("Documentation/ChoosingAScenario.md")
        let groups = [
            ("bounds", BoundOptions.helpMessage(columns: 4000)),
            ("neutrinos", NeutrinoOptions.helpMessage(columns: 4000)),
            ("sources", SourceOptions.helpMessage(columns: 4000)),
            ("IceCube", IceCubeOptions.helpMessage(columns: 4000)),
        ]
        /// Of a help each line that begins with one.
        func options(_ help: String) -> Set<String> {
            Set(help.matches(of: /(?m)^ *--([a-z0-9-]+)/).map { String($0.output.1) }).subtracting(["help"])
        }
        func row(_ name: String) -> Set<String> {
            let row = page.lines.first { $0.hasPrefix("| \(name) | `--") } ?? ""
            return Set(row.matches(of: /`--([a-z0-9-]+)/).map { String($0.output.1) })
        }
        var grouped: Set<String> = []
        for (name, help) in groups {
            let found = options(help)
            #expect(found.count > 3 && row(name) == found, "\(name)")
            grouped.formUnion(found)
        }
        // Which of the user's folders are looked into is no choice of a scenario.
        let places = options(PlaceOptions.helpMessage(columns: 4000))
        let all = options(ScenarioOptions.helpMessage(columns: 4000))
        #expect(row("throughout") == all.subtracting(grouped.union(places)).subtracting(["scenario"]))
    }

    /// The table of the documentation. `MUTAU_RECORD_SNAPSHOTS=1` writes it.
    @Test func theDocumentationListsThem() throws {
        var table = """
            # What a scenario chooses

            Each choice has a key in scenario files and answers, and most have an option that makes it for one run, taken \
            by \(ScenarioChoice.commands.map { "`\($0)`" }.joined(separator: ", ")). What is left out is as in the last column.

            | key | unit | option | what it is | what may be written | where left out |
            |---|---|---|---|---|---|

            """
        for choice in ScenarioChoice.all {
            let option = choice.option.map { "`--\($0.name)`" } ?? ""
            let help = choice.option?.help ?? "The \(choice.noun)."
            let cells = [
                "`\(choice.path)`", choice.unit ?? "", option, help.replacing("|", with: "\\|"), choice.expected,
                choice.standard ?? "needed",
            ]
            table += "| \(cells.joined(separator: " | ")) |\n"
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Documentation/Scenarios.md")
        if ProcessInfo.processInfo.environment["MUTAU_RECORD_SNAPSHOTS"] == "1" {
            try Data(table.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == table)
    }
}
