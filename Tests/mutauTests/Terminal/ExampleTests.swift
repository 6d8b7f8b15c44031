import ArgumentParser
import Foundation
import Testing

@testable import mutau

/// The example that each help ends with.
@Suite struct ExampleTests {
    private static func names(_ command: any ParsableCommand.Type, _ path: [String] = []) -> [String] {
        let configuration = command.configuration
        return [path.joined(separator: " ")]
            + configuration.subcommands.flatMap { names($0, path + [$0.configuration.commandName ?? ""]) }
    }

    @Test func everyCommandHasOneOfItsOwn() {
        #expect(Set(Self.names(Mutau.self)) == Set(Examples.all.keys))
        for name in Self.names(Mutau.self).dropFirst() {
            #expect(Examples.all[name]?.hasPrefix("mutau " + name) ?? false, "\(name)")
        }
    }

    /// Every line is one that the program understands.
    @Test func everyLineIsRead() throws {
        for name in Examples.all.keys {
            let line = try #require(Examples.line(for: name.split(separator: " ").map(String.init)))
            let words = line.prefix { $0 != ">" }.split(separator: " ").dropFirst().map(String.init)
            #expect(throws: Never.self, "\(line)") { _ = try Mutau.parseAsRoot(words) }
        }
    }

    /// In the order in which one's own limit comes and goes; what takes long or a compiler has its own tests.
    @Test func thoseThatTakeNoTimeDoWhatTheySay() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("mass_MeV,coupling\n2,4e-4\n20,2e-4\n200,9e-4\n", to: "my-limit.csv")
        let names = [
            "", "check", "limit", "table", "chi2", "list", "show", "cite", "export", "import", "add", "remove", "diff",
            "plugin", "plugin new", "plugin list", "scenario", "scenario list", "scenario show", "schema",
        ]
        for name in names {
            let words = name.split(separator: " ").map(String.init)
            let answer = try program.runShell(try #require(Examples.line(for: words)))
            #expect(answer.status == 0, "\(name): \(answer.errors)")
        }
    }

    @Test func helpEndsWithIt() throws {
        let program = try Program()
        defer { program.removeHome() }
        let help = try program.run(["help", "chi2"]).output
        #expect(help.hasSuffix("\n\nEXAMPLE:\n  mutau chi2 6.5MeV 4.5e-4\n"))
        #expect(try program.run(["chi2", "--help"]).output == help)
        #expect(try program.run(["chi2", "-h"]).output == help)
    }

    /// What it cites depends on no mixing angle; who gives one all the same is understood.
    @Test func citeShowsTheOptionsThatItNeeds() throws {
        let program = try Program()
        defer { program.removeHome() }
        let help = try program.run(["cite", "--help"]).output
        #expect(!help.contains("theta12") && !help.contains("tolerance"))
        for option in ["--scenario", "--parameters", "--data", "--only", "--without"] { #expect(help.contains(option)) }
        let words = ["cite", "--theta12", "33", "--solver", "grid"]
        #expect(try program.run(words).output == program.run(["cite"]).output)
    }
}
