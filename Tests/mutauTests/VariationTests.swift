import Foundation
import Testing

/// What a user may vary of neutrinos and sources, through the program.
@Suite struct VariationTests {
    let program: Program

    init() throws { program = try Program() }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let answer = try program.run(arguments + ["--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    private func chi2(_ arguments: [String]) throws -> Double {
        try #require(try json(["chi2", "6.5MeV", "5e-4"] + arguments)["chi2"] as? Double)
    }

    /// Two ways to say one thing.
    @Test(arguments: [
        (["--source-redshift", "1"], ["--evolution", "point", "--max-redshift", "1"]),
        (["--source-flavours", "pion"], ["--source-flavours", "2:4:0"]),
        (["--charges", "0,1,-1"], ["--charges", "mu-minus-tau"]),
        (["--charges", "0,0,0,0,1,0,0,0,-1"], []), (["--theta12", "33.44", "--delta-cp", "195deg"], []),
        (["--evolution", "star-formation", "--max-redshift", "5"], []),
        (["--spectrum", "power-law:2.5"], ["--gamma", "2.5"]), (["--spectrum", "power-law"], []),
    ])
    func synonyms(one: [String], other: [String]) throws {
        #expect(try chi2(one) == (try chi2(other)))
        program.removeHome()
    }

    /// Every choice reaches the fit.
    @Test(arguments: [
        ["--evolution", "uniform"], ["--max-redshift", "2"], ["--source-flavours", "neutron"],
        ["--charges", "universal"],
        ["--lightest-mass", "0"], ["--theta23", "40"], ["--spectrum", "cut-off:2.5,1e6GeV"],
        ["--parameters", "planck2018-nufit6"],
    ])
    func choicesMatter(arguments: [String]) throws {
        #expect(abs(try chi2(arguments) - chi2([])) > 1e-3)
        program.removeHome()
    }

    @Test func aBrokenPowerLawWithEqualIndicesIsOne() throws {
        for solver in ["auto", "narrow-line"] {
            let broken = try json([
                "chi2", "6.5MeV", "5e-4", "--spectrum", "broken:2.5,2.5,1e5GeV", "--solver", solver,
            ])
            // On the grid, at 100 points a decade: 5e-4 of a bin at most, of which the sixteen points have a χ² of 17.
            #expect(abs(try #require(broken["chi2"] as? Double) - chi2(["--gamma", "2.5"])) < 0.02)
            #expect(broken["gamma"] is NSNull && broken["profiled"] as? [String] == ["amplitude"])
        }
        program.removeHome()
    }

    /// There is no γ to be the same where the sources have another spectrum.
    @Test func aComparisonNamesOnlyWhatThereIs() throws {
        let arguments = ["check", "6.5MeV", "5e-4"]
        let answer = try program.run(arguments + ["--spectrum", "broken:2.5,2.8,1e5GeV"])
        #expect(answer.output.contains("against no Z′ at the same A, "), "\(answer.output)")
        #expect(try program.run(arguments).output.contains("against no Z′ at the same A and γ, "))
        program.removeHome()
    }

    /// Curves were drawn for the charges of Lμ−Lτ. A neutrino that radiates alone in decays does so with any charges; muons
    /// have none in a force among neutrinos.
    @Test func onlyWhatIsComputedSpeaksOfOtherCharges() throws {
        let answer = try json(["check", "6.5MeV", "5e-4", "--charges", "universal"])
        let verdicts = try #require(answer["verdicts"] as? [[String: Any]])
        let speaking = verdicts.filter { $0["verdict"] as? String != "silent" }
        #expect(
            Set(speaking.compactMap { $0["stem"] as? String }) == [
                "kaon-neutrino-only-pang1973", "w-decay-neutrino-only",
            ])
        #expect(speaking.allSatisfy { $0["verdict"] as? String == "allowed" })
        let reasons = verdicts.compactMap { $0["reason"] as? String }
        #expect(reasons.filter { $0.contains("charges of Lμ−Lτ") }.count >= 5)
        #expect(reasons.contains { $0.contains("muons that have a charge") })
        let fit = try program.run(["fit", "--charges", "universal", "--below", "na64mu-2024"])
        #expect(fit.status == 64 && fit.errors.contains("na64mu-2024"), "\(fit.errors)")
        program.removeHome()
    }

    @Test func aScenarioFileSaysTheSame() throws {
        let table = try program.write("z,density\n0,1\n2,3\n6,1\n", to: "evolution.csv")
        let file = try program.write(
            """
            name: mine
            bounds: [na64mu-2024]
            conventions: {cross_section: majorana}
            neutrinos: {ordering: inverted, lightest_mass_eV: 0.01, theta23_deg: 45, charges: universal}
            sources: {evolution: \(table), max_redshift: 4, flavours: pion, spectrum: "broken:2,3,1e5GeV"}
            icecube: {data: [cascades-6yr-2020, tracks-9.5yr-2022]}
            """, to: "mine.yaml")
        let options = [
            "--cross-section", "majorana", "--ordering", "inverted", "--lightest-mass", "10e-3eV", "--theta23", "45",
            "--charges", "universal", "--evolution", table, "--max-redshift", "4", "--source-flavours", "1:2:0",
            "--spectrum", "broken:2,3,100TeV",
        ]
        #expect(try chi2(["--scenario", file]) == (try chi2(options)))
        program.removeHome()
    }

    /// The flavours are the mass states as they mix, and the lines stand where physics puts them.
    @Test func aSpectrumTellsOfStatesAndLines() throws {
        let answer = try json([
            "spectrum", "6.5MeV", "5e-4", "--gamma", "2.5", "--states", "--ratio", "--source-flavours", "pion",
        ])
        let lines = try #require(answer["lines"] as? [[String: Any]])
        #expect(lines.count == 3)
        // (6.5 MeV)²/2m_j with Σm_ν = 0.1 eV: 0.05469 eV to four digits.
        let third = try #require(lines[2]["E_GeV"] as? Double)
        #expect(abs(third / (6.5 * 6.5e3 / (2 * 0.05469)) - 1) < 1e-4)
        for name in ["e", "mu", "tau", "m1", "m2", "m3"] {
            let values = try #require(answer[name] as? [Double])
            // Above all lines nothing happens.
            #expect(values.last.map { abs($0 - 1) < 1e-12 } == true)
            #expect(values.allSatisfy { $0 > 0 && $0 < 3 })
        }
        program.removeHome()
    }

    @Test func aSpectrumIsDrawn() throws {
        for (name, arguments) in [("flux", []), ("ratio", ["--ratio", "--states"])] {
            let directory = program.home.appending(path: name)
            let answer = try program.run(
                ["spectrum", "6.5MeV", "5e-4", "--output", directory.path, "--format", "csv"] + arguments)
            let files = Set(try FileManager.default.contentsOfDirectory(atPath: directory.path))
            #expect(files.isSuperset(of: ["spectrum.csv", "spectrum.json", "spectrum.txt"]))
            #expect(try String(contentsOf: directory.appending(path: "spectrum.csv"), encoding: .utf8) == answer.output)
            // Without gnuplot the numbers are made all the same, and that is said.
            let isDrawn = files.contains("spectrum.pdf")
            #expect(
                answer.status == (isDrawn ? 0 : 72) && answer.errors.contains("gnuplot") == !isDrawn, "\(answer.errors)"
            )
        }
        program.removeHome()
    }

    @Test func parameterSetsAreListed() throws {
        let text = try program.run(["list", "--parameters"])
        #expect(text.status == 0 && text.output.contains("planck2018-nufit6") && text.output.contains("NuFIT 5.0"))
        let json = try program.run(["list", "--parameters", "--format", "json"])
        let sets = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(sets.count == 3 && sets[0]["theta12_deg_normal"] as? Double == 33.44)
        program.removeHome()
    }

    /// Whatever is asked for, every number is one.
    @Test(arguments: [
        ["6.5MeV", "10"], ["6.5MeV", "1000", "--solver", "narrow-line"], ["1e-3MeV", "1e-3"], ["1e6MeV", "1"],
        ["6.5MeV", "1e-2", "--spectrum", "cut-off:2,1e3GeV"], ["6.5MeV", "10", "--spectrum", "broken:1,10,1e5GeV"],
        ["6.5MeV", "1e-2", "--charges", "1e5,0,0"], ["6.5MeV", "1e-2", "--source-redshift", "0.001"],
        ["6.5MeV", "1e-2", "--lightest-mass", "0", "--max-redshift", "100"],
    ])
    func noAnswerHoldsNaN(arguments: [String]) throws {
        for command in [["spectrum"], ["chi2"]] {
            let answer = try program.run(command + arguments + ["--format", "csv"])
            #expect(answer.status == 0, "\(answer.errors)")
            #expect(!answer.output.lowercased().contains("nan") && !answer.output.contains("inf"))
        }
        program.removeHome()
    }
}
