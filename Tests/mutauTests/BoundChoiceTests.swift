import Foundation
import Testing

/// Which bounds decide, once --only, --without and --g-minus-2 have spoken.
@Suite struct BoundChoiceTests {
    /// Who sets the edge of the allowed couplings at 6.5 MeV.
    private func deciders(_ options: [String]) throws -> [String] {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["limit", "6.5MeV", "--format", "json"] + options)
        #expect(answer.status == 0, "\(answer.errors)")
        let edges = try #require(try answer.json()["set_by"] as? [[Any]])
        return edges.joined().compactMap { $0 as? String }
    }

    /// Of predictions that exclude one another one counts, however the bounds were chosen.
    @Test(arguments: [
        (["--without", "g-2-wp20"], ["na64mu-2024"]), (["--only", "g-2-bmw21"], ["g-2-bmw21"]),
        (["--only", "na64mu-2024,g-2-bmw21"], ["g-2-bmw21"]), (["--only", "na64mu-2024,na64mu-2024"], ["na64mu-2024"]),
        // The scenario's own choice, a band that excludes nothing, keeps the others from deciding.
        (["--only", "g-2-wp25,g-2-wp20,na64mu-2024"], ["na64mu-2024"]),
        (["--only", "g-2-wp25,g-2-wp20,g-2-bmw21", "--g-minus-2", "bmw21"], ["g-2-bmw21"]),
        (["--only", "na64mu-2024", "--g-minus-2", "wp25"], ["g-2-wp25"]),
        (["--only", "na64mu-2024", "--g-minus-2", "5e-10±4e-10"], ["g-2-user"]),
        // It sets every edge: below the least coupling it excludes, and on both sides of the window that mixing opens.
        (
            ["--without", "g-2-wp25", "--scenario", "consistent"],
            ["neff-history", "neff-history", "neff-history"]
        ),
    ])
    func onePredictionCounts(options: [String], expected: [String]) throws {
        #expect(try deciders(options) == expected)
    }

    /// An exclusion at another confidence level than its document's says so.
    @Test(arguments: ["bmw21", "5e-10±4e-10"])
    func theLevelThatIsAskedForIsTheLevelThatIsTold(prediction: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let limit = ["limit", "6.5MeV", "--g-minus-2", prediction]
        #expect(
            try program.run(limit + ["--cl", "0.95"]).output.contains(
                "(95 % (converted, one-sided), no kinetic mixing)"))
        #expect(try program.run(limit).output.contains("(97.7 % (inferred, one-sided), no kinetic mixing)"))
    }

    @Test func anAlternativeThatDoesNotCountIsSaidToExcludeIfItDid() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run([
            "check", "6.5MeV", "4.9e-4", "--only", "g-2-wp20,g-2-wp25", "--format", "json",
        ])
        let json = try answer.json()
        #expect(json["standing"] as? String == "unconstrained")
        #expect(json["excluded_if"] as? [String] == ["g-2-wp25"])
    }

    /// Far above every curve only the bound on the mass itself speaks: that it leaves a point is said for what it is.
    @Test func whereNoCouplingIsLimitedTheAnswerSaysSo() throws {
        let program = try Program()
        defer { program.removeHome() }
        let remark = "no deciding bound limits the coupling at this mass"
        #expect(try program.run(["check", "100GeV", "0.5"]).output.contains("only by N_eff (m > 5 MeV): \(remark)"))
        #expect(try program.run(["limit", "100GeV"]).output.contains("every g′: \(remark)"))
        #expect(try !program.run(["check", "6.5MeV", "1e-4"]).output.contains(remark))
    }

    /// ε/g′ of the natural mixing is negative, and so may a difference be.
    @Test(arguments: [["--mixing", "-0.0144"], ["--g-minus-2", "-5e-10±1e-10"], ["--mixing=-0.0144"]])
    func aNegativeNumberIsAValue(options: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["check", "6.5MeV", "1e-4"] + options)
        #expect(answer.status == 0, "\(answer.errors)")
    }
}
