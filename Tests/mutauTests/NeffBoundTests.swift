import Foundation
import Testing

/// N_eff by thermal histories, through the program itself.
@Suite struct NeffBoundTests {
    let program: Program

    init() throws { program = try Program() }

    private func verdict(_ point: [String], _ options: [String] = []) throws -> (word: String, reason: String) {
        let answer = try program.run(
            ["check"] + point + ["--scenario", "consistent", "--format", "json"] + options)
        #expect(answer.status == 0, "\(answer.errors)")
        let verdicts = try #require(try answer.json()["verdicts"] as? [[String: Any]])
        let verdict = try #require(verdicts.first { $0["stem"] as? String == "neff-history" })
        return (try #require(verdict["verdict"] as? String), try #require(verdict["reason"] as? String))
    }

    /// N_eff < 3.33 with natural mixing.
    @Test(arguments: [
        ("12MeV", "4e-4", "excluded", "N_eff = 3.46"), ("1keV", "1e-7", "excluded", "N_eff = 4.82"),
        ("5MeV", "9e-10", "excluded", "N_eff = 4.18"), ("5MeV", "1e-12", "allowed", "N_eff = 3.05"),
        ("12MeV", "1e-6", "allowed", "N_eff = 3.13"), ("2MeV", "4e-4", "excluded", "N_eff > 5"),
        ("1keV", "8e-9", "silent", "it can't tell: a factor of 3 in the rates of the Z′ decides"),
        ("1keV", "1e-10", "silent", "only by Z′ that free neutrinos make"),
        ("200MeV", "1e-4", "silent", "to 100 MeV only"),
    ])
    func verdictsInConsistent(mass: String, coupling: String, word: String, reason: String) throws {
        let verdict = try verdict([mass, coupling])
        #expect(verdict.word == word)
        #expect(verdict.reason.contains(reason), "\(verdict.reason)")
        program.removeHome()
    }

    @Test(arguments: [
        (["--neff-max", "3.151"], "excluded"), (["--neff-max", "3.33"], "allowed"),
        (["--neff-max", "3.151", "--mixing", "none"], "allowed"), (["--mixing", "2"], "silent"),
    ])
    func theLimitAndTheMixingAreTheScenarios(options: [String], word: String) throws {
        #expect(try verdict(["16MeV", "1e-4"], options).word == word)
        program.removeHome()
    }

    @Test func whereItCantTellNothingIsAllowed() throws {
        let options = ["--scenario", "consistent", "--only", "neff-history"]
        let answer = try program.run(["check", "1keV", "8e-9", "--format", "json"] + options)
        #expect(try answer.json()["standing"] as? String == "unconstrained")
        #expect(try program.run(["check", "1keV", "8e-9"] + options).output.contains("N_eff < 3.33 can't tell."))
        let limit = try program.run(["limit", "5MeV"] + options)
        #expect(limit.output.contains("can't tell: a factor of 3"))
        let json = try program.run(["limit", "5MeV", "--format", "json"] + options).json()
        let open = try #require(json["undecided"] as? [[String: Any]])
        // A factor of three in the rates is √3 both ways, in g′.
        let low = try #require(open[0]["limit_low"] as? Double)
        let high = try #require(open[0]["limit_high"] as? Double)
        let ratio = high / low
        #expect(abs(ratio - 3) < 0.2)
        program.removeHome()
    }

    /// The paper keeps the edge and the floor that it draws.
    @Test func thePaperKeepsItsOwn() throws {
        for (coupling, standing) in [("2e-9", "excluded"), ("9e-10", "allowed")] {
            let answer = try program.run(["check", "4MeV", coupling, "--format", "json"])
            #expect(try answer.json()["standing"] as? String == standing)
        }
        program.removeHome()
    }

    @Test func aLimitThatEveryUniverseBreaksIsRefused() throws {
        for limit in ["3", "3.05", "12", "nan"] {
            let answer = try program.run(["check", "5MeV", "1e-4", "--neff-max", limit])
            #expect(answer.status == 64 && answer.errors.contains("3.06"), "\(limit)")
        }
        program.removeHome()
    }
}
