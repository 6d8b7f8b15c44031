import Foundation
import Testing

/// The ways to combine bounds, and explanations, as a user gets them.
@Suite struct CombinationCommandTests {
    private func answer(_ arguments: [String]) throws -> Program.Answer {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 0, "\(arguments): \(answer.errors)")
        return answer
    }

    @Test func allThreeAreToldInJSON() throws {
        let check = try answer(["check", "6.5", "4.5e-4", "--scenario", "consistent", "--format", "json"]).json()
        let combinations = try #require(check["combinations"] as? [String: Any])
        #expect(combinations["chosen"] as? String == "union")
        let union = try #require(combinations["union"] as? [String: Any])
        #expect(union["standing"] as? String == check["standing"] as? String)
        #expect(union["decided_by"] as? [String] == check["excluded_by"] as? [String])
        #expect((union["statement"] as? String)?.hasPrefix("A union of ") == true)
        let sensitive = try #require(combinations["most_sensitive"] as? [String: Any])
        let choice = try #require(sensitive["decided_by"] as? [String: Any])
        #expect(choice["stem"] is String && choice["reach_basis"] as? String == "observed")
        let likelihood = try #require(combinations["likelihood"] as? [String: Any])
        #expect(likelihood["degrees_of_freedom"] as? Int == 2 && likelihood["confidence_level"] as? Double == 0.95)
        let bounds = try #require(likelihood["bounds"] as? [[String: Any]])
        let sum =
            try #require(likelihood["chi2_icecube"] as? Double)
            + bounds.compactMap { $0["minus_2_ln_L"] as? Double }.reduce(0, +)
        // Sums in another order.
        #expect(abs(try #require(likelihood["minus_2_ln_L"] as? Double) - sum) < 1e-9)
        let omitted = try #require(likelihood["left_out"] as? [[String: Any]])
        let named = Set((bounds + omitted).compactMap { $0["stem"] as? String })
        let verdicts = try #require(check["verdicts"] as? [[String: Any]])
        let deciding = verdicts.filter { $0["role"] as? String == "decides" }.compactMap { $0["stem"] as? String }
        #expect(named.isSuperset(of: deciding))
    }

    /// Borexino's neighbour in reach decides alone, and IceCube's likelihood makes another statement than either.
    @Test(arguments: ["most-sensitive", "likelihood"])
    func theChosenOneHeadsTheAnswer(combination: String) throws {
        let text = try answer([
            "check", "6.5", "4.5e-4", "--scenario", "consistent", "--combination", combination,
        ]).output
        let first = try #require(text.split(separator: "\n").first)
        #expect(
            first.contains(combination == "likelihood" ? "by the product of likelihoods" : "the most sensitive bound"))
        #expect(text.contains(combination == "likelihood" ? "Without a part in the product: " : "decides alone"))
        #expect(!text.contains("A union of"))
    }

    @Test func aLimitIsToldByEachToo() throws {
        let limit = try answer(["limit", "50", "--scenario", "consistent", "--format", "json"]).json()
        let combinations = try #require(limit["combinations"] as? [String: Any])
        for name in ["union", "most_sensitive", "likelihood"] {
            let part = try #require(combinations[name] as? [String: Any])
            #expect((part["allowed"] as? [[Any]])?.isEmpty == false, "\(name)")
        }
        let text = try answer(["limit", "50", "--scenario", "consistent", "--combination", "likelihood"]).output
        #expect(text.contains("the product of likelihoods allows g′ ≤") && text.contains("Best fit: "))
        let plain = try answer(["limit", "50", "--scenario", "consistent"]).output
        #expect(plain.contains("these couplings are allowed:") && !plain.contains("likelihood"))
    }

    @Test func aMapDrawsTheContoursOfLikelihoodsByThemselves() throws {
        let program = try Program()
        defer { program.removeHome() }
        let options = ["map", "--scenario", "consistent", "--grid", "20x20", "--format", "json", "--output", "out"]
        let union = try program.run(options).json()
        let chosen = try program.run(options + ["--combination", "likelihood"]).json()
        for (map, name) in [(union, "union"), (chosen, "likelihood")] {
            let combinations = try #require(map["combinations"] as? [String: Any])
            #expect(combinations["chosen"] as? String == name)
            let allowed = try #require((map["regions"] as? [String: Any])?["allowed"] as? [String: Any])
            #expect((combinations[name] as? [String: Any])?["allowed"] as? Int == allowed["points"] as? Int)
            let fit = try #require(combinations["best_fit"] as? [String: Any])
            #expect((fit["contours"] as? [[String: Any]])?.compactMap { $0["sigma"] as? Int } == [1, 2])
        }
        let svg = try String(contentsOf: program.home.appending(path: "out/map.svg"), encoding: .utf8)
        #expect(svg.contains("likelihood, 2σ") && svg.contains("likelihood, 1σ"))
    }

    @Test func everyBoundThatSpeaksIsExplained() throws {
        let check = try answer(["check", "6.5", "4.5e-4", "--scenario", "consistent", "--explain", "--format", "json"])
            .json()
        for verdict in try #require(check["verdicts"] as? [[String: Any]]) {
            let speaks = verdict["verdict"] as? String != "silent"
            #expect((verdict["explanation"] is String) == speaks, "\(verdict["stem"] ?? "")")
        }
        let text = try answer(["check", "6.5", "4.5e-4", "--explain"]).output
        // The card follows its sentence, as it did before there was one.
        #expect(text.contains("NA64μ 2024 allows g′ = 0.00045") && text.contains("NA64μ 2024  (na64mu-2024)"))
        let plain = try answer(["check", "6.5", "4.5e-4"]).output
        #expect(!plain.contains("NA64μ 2024 allows"))
    }
}
