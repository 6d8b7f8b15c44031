import Foundation
import Testing

/// Bounds that inform because their card lacks something, and the ways to let them decide.
@Suite struct CountedBoundTests {
    /// What a scenario's file lets decide can decide, as `--count` has it.
    @Test(arguments: [("na64mu-1e11-mot", "is a "), ("na64mu-2024", "takes no part")])
    func aFileLetsDecideWhatCan(stem: String, words: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let shown = try program.run(["scenario", "show", "paper", "--without", "na64mu-2024"]).output
        let file = try program.write(shown.replacing(/(?m)^decides: .*$/, with: "decides: [\(stem)]"), to: "mine.yaml")
        let answer = try program.run(["limit", "6.5MeV", "--scenario", file])
        #expect(answer.status == 65 && answer.errors.contains("'decides'"), "\(answer.errors)")
        #expect(answer.errors.contains("'\(stem)': it \(words)"), "\(answer.errors)")
    }

    private static func withProgram(_ body: (Program) throws -> Void) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("mass_MeV,coupling\n1,1e-4\n100,1e-4\n", to: "limit.csv")
        try body(program)
    }

    private static let facts = ["--kind", "observed", "--side", "above", "--name", "Mine 2025"]

    /// (6.5 MeV, 4.5e-4) is allowed in the scenario paper, and beyond the limit that is added.
    @Test func whatIsAddedWithoutASourceInforms() throws {
        try Self.withProgram { program in
            let added = try program.run(["add", "limit.csv", "--confidence-level", "not stated"] + Self.facts)
            #expect(added.status == 0, "\(added.errors)")
            let words = added.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                words.contains("It informs and does not decide: its card names no publication and no confidence level.")
            )
            for option in ["--arxiv", "--confidence-level", "--count mine-2025"] { #expect(words.contains(option)) }
            let check = ["check", "6.5MeV", "4.5e-4"]
            let plain = try program.run(check)
            #expect(plain.output.contains("is allowed in") && plain.output.contains("would exclude"))
            #expect(plain.output.contains("informs: its card names no publication and no confidence level"))
            let json = try program.run(check + ["--format", "json", "--count", "mine-2025"]).json()
            #expect(json["excluded_by"] as? [String] == ["mine-2025"])
            let verdicts = try #require(json["verdicts"] as? [[String: Any]])
            let own = try #require(verdicts.first { $0["stem"] as? String == "mine-2025" })
            #expect(own["role"] as? String == "decides" && own["counts_by_choice"] as? Bool == true)
            #expect(own["lacks"] as? [String] == ["publication", "confidence-level"])
            for command in [["limit", "6.5MeV"], ["table"], ["map", "--grid", "5x5", "--figures", "none"]] {
                let counted = try program.run(command + ["--count", "mine-2025"])
                #expect(counted.output.contains("Counts by choice:"), "\(command): \(counted.output)\(counted.errors)")
                #expect(try program.run(command).output.contains("Informs only: Mine 2025"), "\(command)")
            }
        }
    }

    @Test func aScenariosFileSaysSoToo() throws {
        try Self.withProgram { program in
            #expect(try program.run(["add", "limit.csv", "--confidence-level", "0.9"] + Self.facts).status == 0)
            let shown = try program.run(["scenario", "show", "paper", "--count", "mine-2025"])
            #expect(shown.output.contains("decides: [neff-5mev, mine-2025]"), "\(shown.errors)")
            let file = try program.write(shown.output, to: "mine.yaml")
            let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--scenario", file, "--format", "json"])
            #expect(try answer.json()["excluded_by"] as? [String] == ["mine-2025"], "\(answer.errors)")
            let slip = try program.write(shown.output.replacing("mine-2025]", with: "mine-2024]"), to: "slip.yaml")
            let refused = try program.run(["check", "6.5MeV", "4.5e-4", "--scenario", slip])
            #expect(refused.status != 0 && refused.errors.contains("mine-2024"), "\(refused.errors)")
        }
    }

    @Test func whatCantDecideIsRefused() throws {
        try Self.withProgram { program in
            for (stem, mention) in [
                ("na64mu-1e11-mot", "observed limit alone"), ("coherent", "takes no part"),
                ("g-2-bmw21", "--alternative"),
                ("neff-5mv", "neff-5mev"),
            ] {
                let answer = try program.run(["limit", "6.5MeV", "--count", stem])
                #expect(answer.status != 0 && answer.errors.contains(mention), "\(stem): \(answer.errors)")
                #expect(!answer.errors.contains("Usage:"), "\(stem): \(answer.errors)")
            }
        }
    }

    @Test func whatDecidesAlreadyIsLeftAsItIs() throws {
        try Self.withProgram { program in
            let limit = ["limit", "6.5MeV", "--format", "json"]
            let answer = try program.run(limit + ["--count", "na64mu-2024"])
            #expect(answer.status == 0 && answer.errors.contains("na64mu-2024: it decides already"), "\(answer.errors)")
            #expect(try answer.json()["scenario"] as? String == program.run(limit).json()["scenario"] as? String)
        }
    }

    @Test func thePapersAnswersSayWhatCountsWithoutALevel() throws {
        try Self.withProgram { program in
            for command in [
                ["check", "3MeV", "1e-4"], ["limit", "3MeV"], ["table"], ["map", "--grid", "5x5", "--figures", "none"],
            ] {
                let answer = try program.run(command)
                #expect(answer.output.contains("its card names no confidence level"), "\(command): \(answer.output)")
            }
        }
    }

    @Test func levelsAreConvertedByName() throws {
        try Self.withProgram { program in
            let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--cl", "0.95"])
            #expect(answer.output.contains("90 % → 95 % by N_CL: ×1.14"), "\(answer.output)")
            #expect(answer.output.contains("no confidence level stated"))
            let limit = try program.run([
                "limit", "6.5MeV", "--cl", "0.95", "--only", "na64mu-2024", "--format", "json",
            ])
            let json = try limit.json()
            let allowed = try #require(json["allowed"] as? [[Double]])
            #expect(abs(allowed[0][1] / 5.70314e-4 - 1) < 1e-5)
            let intervals = try #require(json["intervals"] as? [[String: Any]])
            #expect(intervals[0]["high_confidence_level_basis"] as? String == "converted")
            let other = try program.run(["check", "300MeV", "1e-4", "--scenario", "consistent", "--cl", "0.95"])
            #expect(other.output.contains("stated at 90 %, not convertible"), "\(other.output)")
        }
    }

    @Test func theZoneOfACurveIsSaid() throws {
        try Self.withProgram { program in
            let near = try program.run(["check", "6.5MeV", "5.5e-4"])
            #expect(near.output.contains("but within the curve's ±22 %"), "\(near.output)")
            func verdict(_ coupling: String) throws -> Bool? {
                let answer = try program.run(["check", "6.5MeV", coupling, "--format", "json"]).json()
                let verdicts = answer["verdicts"] as? [[String: Any]] ?? []
                return verdicts.first { $0["stem"] as? String == "na64mu-2024" }?["within_curve_error"] as? Bool
            }
            #expect(try verdict("5.5e-4") == true && verdict("7e-4") == false)
        }
    }

    /// NA64 with electrons sees ε alone: from ε/g′ to another the limit on ε stays.
    @Test func aCurveThatNeedsMixingGoesOverToAnother() throws {
        try Self.withProgram { program in
            func limit(_ mixing: String) throws -> Double? {
                let answer = try program.run([
                    "limit", "6.5MeV", "--scenario", "consistent", "--only", "na64e-2024", "--mixing", mixing,
                    "--format",
                    "json",
                ]).json()
                return (answer["allowed"] as? [[Any]])?.first?.last as? Double
            }
            let natural = try #require(try limit("natural"))
            #expect(abs(try #require(try limit("-0.1")) * 0.1 * 69.3 / natural - 1) < 2e-3)
            #expect(try limit("none") == nil)
        }
    }
}
