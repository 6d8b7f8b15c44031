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
        (
            "1keV", "8e-9", "silent",
            "it can't tell: a factor of 3 in the rates of the Z′, or the table's error, decides"
        ),
        ("1keV", "1e-10", "silent", "only by Z′ that free neutrinos make"),
        ("200MeV", "1e-4", "silent", "it covers 1.00e-6 to 100 MeV only"),
        ("7MeV", "1.3e-6", "excluded", "beyond its limit by a factor of 1.1"),
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

    /// 2.99 ± 0.17 at 68 % is N_eff < 3.16, of a normal error and both sides.
    @Test func aLevelMovesTheLimit() throws {
        let at68 = try verdict(["16MeV", "1e-4"], ["--cl", "0.683"])
        #expect(at68.word == "excluded" && at68.reason.contains("N_eff = 3.2"), "\(at68.reason)")
        #expect(try verdict(["16MeV", "1e-4"], ["--cl", "0.95"]).word == "allowed")
        let output = try program.run(["check", "16MeV", "1e-4", "--scenario", "consistent", "--cl", "0.683"]).output
        #expect(output.contains("N_eff < 3.16"), "\(output)")
        program.removeHome()
    }

    /// Charges of 2 and −2 with g′ are those of 1 and −1 with 2g′, whatever makes the Z′.
    @Test func otherChargesAreFollowed() throws {
        for (mass, coupling, half) in [("12MeV", "4e-4", "2e-4"), ("1keV", "1e-7", "5e-8")] {
            let (one, two) = (
                try verdict([mass, coupling]), try verdict([mass, half], ["--charges", "0,2,-2"])
            )
            #expect(one.word == two.word && one.word == "excluded")
            let words = one.reason.split(separator: " ").suffix(3)
            #expect(two.reason.split(separator: " ").suffix(3) == words, "\(one.reason) \(two.reason)")
        }
        let universal = ["--charges", "universal"]
        // The mixing of a force among neutrinos is nobody's loop.
        #expect(try verdict(["12MeV", "4e-4"], universal).reason.contains("give it by its number"))
        #expect(try verdict(["5MeV", "1e-6"], universal + ["--mixing", "none"]).word == "excluded")
        #expect(try verdict(["0.1MeV", "1e-6"], universal + ["--mixing", "none"]).reason.contains("muons make most"))
        program.removeHome()
    }

    /// Without mixing N_eff is 3.326 at 10.4 MeV and falls by 0.06 a MeV: nearer to 3.33 than 0.006 the table can't tell.
    @Test func nearAnEdgeInMassTheTableCantTell() throws {
        let options = ["--mixing", "none"]
        let words = try ["9.9MeV", "10.35MeV", "10.9MeV"].map { try verdict([$0, "1e-6"], options).word }
        #expect(words == ["excluded", "silent", "allowed"])
        program.removeHome()
    }

    /// N_eff of a thermalised Z′ is 3.80 at 6.5 MeV.
    @Test func aThermalisedBosonIsHeldAgainstTheScenariosLimitToo() throws {
        let answer = try program.run(["check", "6.5MeV", "4e-4", "--only", "neff-thermal", "--neff-max", "3.9"])
        #expect(answer.output.contains("is allowed") && answer.output.contains("N_eff < 3.9"), "\(answer.output)")
        #expect(!answer.output.contains("N_eff < 3.33  ") && !answer.errors.contains("no effect"))
        program.removeHome()
    }

    @Test func aLimitThatNoBoundTakesIsWarnedOf() throws {
        let limit = ["limit", "6.5MeV"]
        #expect(
            try program.run(limit + ["--neff-max", "3.2"]).errors.contains("no bound that takes part computes N_eff"))
        #expect(try !program.run(limit).errors.contains("N_eff"))
        let consistent = try program.run(limit + ["--neff-max", "3.2", "--scenario", "consistent"])
        #expect(!consistent.errors.contains("no effect"), "\(consistent.errors)")
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
        // A factor of three in the rates is √3 both ways, in g′, and the table's error adds to that at each edge; two digits
        // are printed.
        let low = try #require(open[0]["limit_low"] as? Double)
        let high = try #require(open[0]["limit_high"] as? Double)
        let ratio = high / low
        #expect(ratio > 2.9 && ratio < 3.4)
        program.removeHome()
    }

    /// A bound that can't tell anywhere in a map is silent there.
    @Test func aMapInWhichItCantTellSaysSo() throws {
        let plane =
            ["--mass-range", "0.1:0.5", "--coupling-range", "4e-11:2e-10", "--grid", "5x5"]
            + ["--figures", "none"]
        let answer = try program.run(
            ["map", "--scenario", "consistent", "--only", "neff-history", "--format", "json"] + plane)
        #expect(answer.errors.contains("neff-history says nothing anywhere in the map: it can't tell"))
        let silent = try #require(try answer.json()["silent_bounds"] as? [[String: Any]])
        #expect(silent.map { $0["stem"] as? String } == ["neff-history"])
        let limit = try program.run(
            ["limit", "1keV", "--scenario", "consistent", "--only", "neff-history", "--format", "csv"])
        #expect(limit.output.contains("0.001,undecided,"))
        program.removeHome()
    }

    /// Tables for people hold what it can't tell of, and the two digits that it has.
    @Test(arguments: [
        ("text", "3.6e-11–1.1e-10?; 1.1e-10–2.8e-8; 2.8e-8–8.6e-8?; 3.7e-7–1.2e-6?; 1.2e-6"),
        ("markdown", "3.6e-11–1.1e-10?"), ("latex", "$2.8$--$8.6$?"),
    ])
    func tablesSayWhereItCantTell(format: String, cell: String) throws {
        let answer = try program.run(
            ["table", "--masses", "7MeV", "--scenario", "consistent", "--only", "neff-history", "--format", format])
        #expect(answer.output.contains(cell), "\(answer.output)")
        #expect(answer.output.contains("A question mark stands behind"))
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
