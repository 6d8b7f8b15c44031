import Foundation
import Testing

/// What documents say of themselves decides what options choose from: a user's own, or a plugin's, as well as ours.
@Suite struct DeclaredFactsTests {
    private static func file(_ stem: String, _ facts: String, coupling: String = "1e-4") -> String {
        """
        # title: Mine 2025
        # stem: \(stem)
        # kind: observed
        # excluded_side: above
        # confidence_level: 90%
        # arxiv: 2412.01234
        \(facts)
        mass_MeV,coupling
        1,\(coupling)
        100,\(coupling)

        """
    }

    private func check(_ program: Program, _ options: [String]) throws -> [String: Any] {
        let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--format", "json"] + options)
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    @Test func anAlternativeOfOnesOwnIsReportedAndChosen() throws {
        let program = try Program()
        defer { program.removeHome() }
        let facts = "# alternatives: muon g-2\n# short_name: mine"
        let file = try program.write(Self.file("mine-2025", facts), to: "limit.csv")
        let overlaid = try check(program, ["--overlay", file])
        #expect((overlaid["excluded_if"] as? [String])?.contains("mine-2025") == true)
        #expect(overlaid["standing"] as? String == "allowed")
        #expect(try program.run(["add", file]).status == 0)
        let added = try check(program, [])
        #expect((added["excluded_if"] as? [String])?.contains("mine-2025") == true)
        for options in [["--g-minus-2", "mine"], ["--alternative", "mine-2025"]] {
            let chosen = try check(program, options)
            #expect(chosen["excluded_by"] as? [String] == ["mine-2025"], "\(options)")
        }
        let help = try program.run(["limit", "--help"]).output
        #expect(help.contains("(bmw21, wp20, wp25, mine)"))
        let wrong = try program.run(["limit", "6.5MeV", "--g-minus-2", "yours"])
        #expect(wrong.status == 64 && wrong.errors.contains("write bmw21, wp20, wp25, mine or a difference"))
        let unknown = try program.run(["limit", "6.5MeV", "--alternative", "borexino"])
        #expect(unknown.status == 64 && unknown.errors.contains("g-2-wp25, mine-2025"), "\(unknown.errors)")
    }

    @Test func aGroupThatIsMisspelledIsOneError() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(Self.file("mine-2025", "# alternatives: muon g2"), to: "limit.csv")
        let answer = try program.run(["add", file])
        #expect(answer.status == 65 && answer.errors.contains("did you mean 'muon g-2'?"), "\(answer.errors)")
        let exposure = try program.write(Self.file("mine-2025", "# exposure: electrons"), to: "other.csv")
        let other = try program.run(["add", exposure])
        #expect(other.status == 65 && other.errors.contains("muons_on_target"), "\(other.errors)")
    }

    /// A curve in place of one of ours need not repeat what ours is to others.
    @Test func aReplacementKeepsWhatItReplacesDeclares() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(Self.file("g-2-wp25", ""), to: "limit.csv")
        #expect(try program.run(["add", file, "--replace-bundled"]).status == 0)
        #expect(try check(program, ["--g-minus-2", "wp25"])["excluded_by"] as? [String] == ["g-2-wp25"])
    }

    @Test func aLimitThatScalesIsProjectedWithOurs() throws {
        let program = try Program()
        defer { program.removeHome() }
        let facts = "# exposure: muons_on_target\n# parameter_muons_on_target: 1e10"
        let file = try program.write(Self.file("mine-2025", facts, coupling: "4e-4"), to: "limit.csv")
        #expect(try program.run(["add", file]).status == 0)
        let answer = try check(program, ["--muons-on-target", "1e12"])
        let projections = (answer["tested_next_by"] as? [String] ?? []).filter { $0.hasSuffix("-scaled") }
        #expect(projections == ["mine-1e12-mot-scaled", "na64mu-1e12-mot-scaled"])
    }

    /// The same measurement stands in two documents, one drawn and one computed: a scenario's own is projected.
    @Test(arguments: [("paper", "na64mu-1e12-mot-scaled"), ("consistent", "na64mu-2024-computed-1e12-mot-scaled")])
    func aScenariosOwnLimitIsProjected(scenario: String, stem: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        func limit(_ options: [String]) throws -> Double {
            let answer = try program.run(
                ["check", "6.5MeV", "1e-4", "--scenario", scenario, "--muons-on-target", "1e12", "--format", "json"]
                    + options)
            let verdicts = try #require(try answer.json()["verdicts"] as? [[String: Any]], "\(answer.errors)")
            let scaled = verdicts.filter { ($0["stem"] as? String ?? "").hasSuffix("-scaled") }
            #expect(scaled.map { $0["stem"] as? String } == [stem])
            return try #require(scaled.first?["limit"] as? Double)
        }
        let free = try limit([])
        #expect(abs(free - 7.04e-5) < 1e-7)
        // 3.357 events of signal in place of 2.303.
        #expect(abs(try limit(["--background", "1"]) / free - 1.2074) < 2e-4)
        let alone = try program.run(["check", "6.5MeV", "1e-4", "--background", "1"])
        #expect(alone.status == 64 && alone.errors.contains("--muons-on-target"), "\(alone.errors)")
    }
}
