import Foundation
import Testing

/// The numbers a user must see, through the program itself.
@Suite struct PhysicsNumbersTests {
    let program: Program

    init() throws { program = try Program() }

    func chi2(_ point: [String], _ options: [String] = []) throws -> [String: Any] {
        let answer = try program.run(["chi2"] + point + options + ["--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    /// P1, P2 and a weaker coupling, with each cross section: to 0.002, the precision to which the reference states them.
    @Test(arguments: [
        ("6.5MeV", "5e-4", "1.5", "2.5", "paper", 18.460), ("6.5MeV", "5e-4", "1.4", "2.6", "paper", 18.717),
        ("6.5MeV", "5e-4", "1.5", "2.5", "majorana", 19.479), ("6.5MeV", "5e-4", "1.4", "2.6", "majorana", 19.380),
        ("6.5MeV", "1e-4", "1.4", "2.6", "paper", 21.769), ("6.5MeV", "1e-4", "1.4", "2.6", "majorana", 24.830),
    ])
    func chi2AtPoints(
        mass: String, coupling: String, amplitude: String, gamma: String, crossSection: String, expected: Double
    ) throws {
        let json = try chi2(
            [mass, coupling], ["--amplitude", amplitude, "--gamma", gamma, "--cross-section", crossSection])
        #expect(abs(try #require(json["chi2"] as? Double) - expected) < 0.002)
        #expect(json["points"] as? Int == 16)
        program.removeHome()
    }

    @Test func withoutMediatorAtThePapersPoint() throws {
        let json = try chi2(["6.5MeV", "5e-4"], ["--amplitude", "1.4", "--gamma", "2.6"])
        #expect(abs(try #require(json["chi2_no_interaction"] as? Double) - 27.276) < 0.002)
        program.removeHome()
    }

    @Test func theRatioAtP1() throws {
        let json = try chi2(["6.5MeV", "5e-4"], ["--amplitude", "1.5", "--gamma", "2.5"])
        // Printed to three digits.
        #expect(abs(try #require(json["R"] as? Double) - 0.790) < 0.0005)
        program.removeHome()
    }

    @Test func freeFitWithoutMediator() throws {
        // A coupling that moves no flux by more than 1e-12 stands for none.
        let json = try chi2(["6.5MeV", "1e-12"])
        // As above; amplitude and index are printed to three decimals, and move by one of them within that.
        #expect(abs(try #require(json["chi2"] as? Double) - 23.513) < 0.002)
        #expect(abs(try #require(json["amplitude"] as? Double) - 1.124) < 0.002)
        #expect(abs(try #require(json["gamma"] as? Double) - 2.616) < 0.002)
        program.removeHome()
    }

    /// Limits at 6.5 MeV as the references state them, to their last digit.
    @Test(arguments: [
        ("paper", "na64mu-2024", 5e-4, 0.005e-4), ("paper", "kaon-neutrino-only-pang1973", 5.23e-4, 0.005e-4),
        ("consistent", "borexino", 3.09e-4, 0.005e-4), ("consistent", "g-2-wp25", 3.93e-4, 0.005e-4),
        ("consistent", "white-dwarf", 2.44e-4, 0.005e-4), ("consistent", "na64e-2024", 8.33e-4, 0.005e-4),
        ("consistent", "trident-ccfr", 9.31e-4, 0.005e-4), ("consistent", "coherent", 1.4e-3, 0.05e-3),
        ("paper", "g-2-bmw21", 4.80e-4, 0.005e-4),
    ])
    func limitsAt6500keV(scenario: String, stem: String, expected: Double, precision: Double) throws {
        let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--scenario", scenario, "--format", "json"])
        let verdicts = try #require(try answer.json()["verdicts"] as? [[String: Any]])
        let verdict = try #require(verdicts.first { $0["stem"] as? String == stem })
        #expect(abs(try #require(verdict["limit"] as? Double) - expected) < precision)
        program.removeHome()
    }

    @Test func theTwoScenariosDisagreeAsStated() throws {
        let paper = try program.run(["check", "6.5MeV", "4.5e-4", "--format", "json"]).json()
        #expect(paper["standing"] as? String == "allowed")
        let verdicts = try #require(paper["verdicts"] as? [[String: Any]])
        #expect(verdicts.first { $0["stem"] as? String == "g-2-wp20" }?["verdict"] as? String == "preferred")
        // It closes with what the others say.
        let others = try #require(paper["elsewhere"] as? [[String: Any]])
        #expect(others.map { $0["scenario"] as? String } == ["consistent", "current"])
        #expect(others.map { $0["standing"] as? String } == ["excluded", "excluded"])
        let consistent = try program.run(
            ["check", "6.5MeV", "4.5e-4", "--scenario", "consistent", "--format", "json"]
        ).json()
        #expect(consistent["standing"] as? String == "excluded")
        #expect(
            Set(try #require(consistent["excluded_by"] as? [String])) == [
                "borexino", "g-2-wp25", "neff-history",
            ])
        program.removeHome()
    }

    @Test func p1StandsOnTheLimitAndFallsWithBMW() throws {
        let paper = try program.run(["check", "6.5MeV", "5e-4", "--format", "json"]).json()
        #expect(paper["standing"] as? String == "allowed")
        let verdicts = try #require(paper["verdicts"] as? [[String: Any]])
        let na64 = try #require(verdicts.first { $0["stem"] as? String == "na64mu-2024" })
        #expect(na64["verdict"] as? String == "allowed" && na64["margin_dex"] as? Double == 0)
        let bmw = try program.run(["check", "6.5MeV", "5e-4", "--g-minus-2", "bmw21", "--format", "json"]).json()
        #expect(bmw["excluded_by"] as? [String] == ["g-2-bmw21"])
        program.removeHome()
    }

    /// Where the prediction that counts is left out none takes its place; the others are still reported.
    @Test func thePredictionThatCountsCanBeLeftOut() throws {
        let answer = try program.run(["check", "6.5MeV", "5e-4", "--format", "json", "--without", "g-2-wp20"])
        #expect(answer.status == 0, "\(answer.errors)")
        let json = try answer.json()
        #expect(json["standing"] as? String == "allowed")
        #expect(json["excluded_if"] as? [String] == ["g-2-bmw21"])
        program.removeHome()
    }

    /// A scenario may call its group as it likes, or name a prediction among its bounds: only one counts all the same.
    @Test(arguments: [
        "bounds: [na64mu-2024]\nalternatives: [{name: lattice or not, counts: g-2-wp25, others: []}]",
        "bounds: [na64mu-2024, g-2-wp25]",
    ])
    func onlyOnePredictionCounts(choice: String) throws {
        let file = try program.write("name: mine\n\(choice)\nicecube: {data: [cascades-6yr-2020]}\n", to: "mine.yaml")
        let json = try program.run(
            ["check", "6.5MeV", "4.5e-4", "--scenario", file, "--g-minus-2", "wp20", "--format", "json"]
        ).json()
        #expect(json["excluded_by"] as? [String] == [])
        #expect(json["excluded_if"] as? [String] == ["g-2-wp25"])
        program.removeHome()
    }
}
