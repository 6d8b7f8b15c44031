import Foundation
import Reproduction
import Testing

/// `fit` and `reproduce`, through the program itself.
@Suite struct FitCommandTests {
    private let program = try! Program()
    private static let small = ["--grid", "20x16x30x20", "--solver", "narrow-line"]

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let answer = try program.run(arguments + ["--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        return try answer.json()
    }

    @Test func theFitHasItsContract() throws {
        defer { program.removeHome() }
        let json = try json(["fit", "--below", "na64mu-2024"] + Self.small)
        let best = try #require(json["best"] as? [String: Double])
        #expect(Set(best.keys) == ["mass_MeV", "coupling", "amplitude", "gamma", "chi2"])
        // The least found by a search at g′ ≤ 5e-4 is 15.7 on a coarse grid of all four; an optimiser goes below it.
        let chi2 = try #require(best["chi2"])
        #expect(chi2 < 15.7 && chi2 > 15)
        #expect(json["at_bound"] as? Bool == true && json["below"] as? [String] == ["na64mu-2024"])
        // Known to three decimals.
        let free = try #require(json["without_Zprime"] as? [String: Double])
        #expect(abs(try #require(free["chi2"]) - 23.513) < 2e-3)
        #expect(abs(try #require(json["chi2_standard_model_fixed"] as? Double) - 27.276) < 2e-3)
        #expect((json["contours"] as? [[String: Any]])?.count == 4)
        #expect((json["profiles"] as? [String: Any])?.count == 4)
        let difference = try #require(json["delta_chi2_free_fit"] as? Double)
        #expect(abs(difference - chi2 + (free["chi2"] ?? 0)) < 1e-12)
    }

    /// Where lines have width the data want a larger coupling, and every part of the answer must know.
    @Test func contoursBelongToTheBestFit() throws {
        defer { program.removeHome() }
        let options = ["fit", "--grid", "12x12x20x12", "--profile", "mass,coupling", "--profile", "coupling"]
        for solver in ["auto", "narrow-line"] {
            let json = try json(options + ["--solver", solver])
            let best = try #require(json["best"] as? [String: Double])
            let contour = try #require((json["contours"] as? [[String: Any]])?.last)
            let extent = try #require(contour["extent"] as? [[Double]])
            for (range, value) in zip(extent, [best["mass_MeV"], best["coupling"]]) {
                // A step of this grid is 30 % in m and a factor of 2.3 in g′, which a region may be smaller than.
                #expect(range[0] / 2.3 <= value ?? .nan && value ?? .nan <= range[1] * 2.3)
            }
            let profile = try #require((json["profiles"] as? [String: Any])?["coupling"] as? [[String: Double]])
            let lowest = profile.compactMap { $0["chi2"] }.reduce(.infinity, min)
            // A survey with half the points a decade differs by some tenths in χ²; another physics by several.
            #expect(abs(lowest - (best["chi2"] ?? .nan)) < 2)
        }
    }

    @Test func profilesAreAsked() throws {
        defer { program.removeHome() }
        let json = try json(["fit", "--profile", "mass", "--profile", "mass,gamma", "--levels", "68%"] + Self.small)
        #expect(Set(try #require(json["profiles"] as? [String: Any]).keys) == ["mass_MeV"])
        let contours = try #require(json["contours"] as? [[String: Any]])
        #expect(contours.count == 1 && contours[0]["parameters"] as? [String] == ["mass_MeV", "gamma"])
        let csv = try program.run(["fit", "--profile", "mass", "--format", "csv"] + Self.small)
        let lines = csv.output.split(separator: "\n")
        #expect(lines.first == "profile,mass_MeV,coupling,amplitude,gamma,chi2,delta_chi2" && lines.count == 21)
    }

    @Test func filesAreWritten() throws {
        defer { program.removeHome() }
        let answer = try program.run(["fit", "--output", "out"] + Self.small)
        #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: program.home.appending(path: "out").path))
        let figures = [
            "spectrum", "profile-mass", "profile-coupling", "profile-amplitude", "profile-gamma",
            "contours-mass-coupling", "contours-amplitude-gamma",
        ]
        #expect(names.isSuperset(of: ["fit.json", "fit.txt", "profiles.csv", "contours.csv"]))
        let contours = try String(
            contentsOf: program.home.appending(path: "out/contours.csv"), encoding: .utf8)
        let heading =
            "plane,confidence_level,line,first_parameter,first_unit,first,second_parameter,second_unit,second\n"
        #expect(contours.hasPrefix(heading) && contours.contains(",mass_MeV,MeV,") && contours.contains(",coupling,,"))
        for figure in figures { #expect(names.isSuperset(of: ["\(figure).pdf", "\(figure).png", "\(figure).svg"])) }
    }

    @Test func aDataSetOfOnesOwnAndAForecast() throws {
        defer { program.removeHome() }
        let file = try program.write(
            """
            # channel: cascades
            E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus,upper_limit
            1e4,1e5,3e-8,1e-8,1e-8,
            1e5,4e5,1.8e-8,4e-9,4e-9,
            4e5,1e6,,,,4e-9
            1e6,3e6,6e-9,2e-9,3e-9,
            3e6,1e7,2e-9,1e-9,2e-9,
            """, to: "mine.csv")
        let own = try json(["fit", "--data", file] + Self.small)
        #expect(own["points"] as? Int == 5)
        let chi2 = try json(["chi2", "6.5", "5e-4", "--data", file])
        #expect(chi2["points"] as? Int == 5)
        let forecast = try json(["fit", "--forecast", "8", "--injected", "6.5MeV,5e-4,1.5,2.5"] + Self.small)
        #expect(try #require(forecast["best"] as? [String: Double])["chi2"].map { $0 < 1e-3 } == true)
        #expect((forecast["forecast"] as? [String: Any])?["exposure"] as? Double == 8)
    }

    @Test func theLikelihoodIsAnotherStatistic() throws {
        defer { program.removeHome() }
        let json = try json(["fit", "--statistic", "asymmetric-gaussian"] + Self.small)
        #expect(json["statistic"] as? String == "asymmetric-gaussian")
        #expect(try #require(json["best"] as? [String: Double])["chi2"] != nil)
    }

    @Test(arguments: [
        (["fit", "--grid", "2x5x5x5"], 64, "from 3"), (["fit", "--grid", "5x5x5"], 64, "grid"),
        (["fit", "--mass-range", "20:1"], 64, "above its lower"), (["fit", "--gamma-range", "2:11"], 64, "gamma"),
        (["fit", "--gamma-range", "0.5:3"], 64, "gamma, 0.5 to 3.0, must rise within 1.0"),
        (["fit", "--amplitude-range", "nan:2"], 64, "0.1:2.5"),
        (["fit", "--amplitude-range", "-1:2"], 64, "amplitude"),
        (["fit", "--coupling-range", "1e-5:100"], 64, "coupling"),
        (["fit", "--below", "na64mu-2042"], 66, "did you mean 'na64mu-2024'"),
        (["fit", "--below", "g-2-wp20"], 64, "no limit"), (["fit", "--profile", "mass,mass"], 64, "different"),
        (["fit", "--profile", "weight"], 64, "amplitude"), (["fit", "--levels", "90"], 64, "between 0 and 1"),
        (["fit", "--forecast", "0"], 64, "exposure"), (["fit", "--forecast", "-8"], 64, "exposure"),
        (["fit", "--injected", "best"], 64, "--forecast"), (["fit", "--forecast", "8", "--injected", "x"], 64, "none"),
        (["fit", "--amplitude", "1.5"], 64, "--amplitude-range"),
        (["fit", "--data", "not-there.csv"], 66, "not-there"),
        (["fit", "--statistic", "asymmetric-gaussian", "--errors", "mean"], 64, "likelihood"),
    ])
    func oneMessageAndOneCode(arguments: [String], status: Int32, mentions: String) throws {
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == status, "\(answer.errors)\(answer.output)")
        #expect(answer.errors.contains(mentions), "\(answer.errors)")
        #expect(!answer.errors.contains("Fatal error"))
    }

    @Test(arguments: [
        ("<VOTABLE", "bad.vot", "XML"), ("E_low_GeV\n1\n", "bad.csv", "E_high_GeV"),
        ("E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus\n1e4,1e5,1e-8,1e-9,1e-9\n", "bad.csv", "channel"),
        ("# channel: tracks\nE_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus\n1e4,1e5,1e-8,0,1e-8\n", "bad.csv", "row 1"),
    ])
    func aDamagedDataSetIsNamed(_ text: String, _ name: String, _ mentions: String) throws {
        defer { program.removeHome() }
        let answer = try program.run(["fit", "--data", try program.write(text, to: name)])
        #expect(
            answer.status == 65 && answer.errors.contains(name) && answer.errors.contains(mentions), "\(answer.errors)")
    }

    /// The statements that the table must go through, in their order.
    private static let statements =
        [
            "Sec. II: the deficit, which the resonance of P1 is to explain", "Sec. II: energy of the Glashow resonance",
            "Eq. (2): normalisation C of the cross section", "Eq. (3): width of the Z′ over its mass, at P1",
            "Sec. I: sensitivity of NA64μ with 10¹² muons, for 1–100 MeV",
            "Sec. III.1: mass below which N_eff excludes",
            "Sec. III.5: NA64μ disfavours heavier masses as an explanation of g−2 (WP)",
            "Eq. (6): excess of muon g−2 over the White Paper", "Eq. (7): excess with the lattice result of BMW",
            "Sec. V: if the lattice is right, the best-fit point is ruled out",
            "Sec. V: 10¹¹ muons fully probe the g−2 region (WP)", "Eq. (15): χ² without a Z′ at (A, γ) = (1.4, 2.6)",
            "Eq. (15): data points and degrees of freedom", "Eq. (14): (A, γ) without a Z′",
            "Sec. V: global best fit with g′ below NA64μ", "Sec. V: χ² and R at P1",
            "Sec. V: P2 = (6.5 MeV, 5e-4, 1.4, 2.6) is almost degenerate, above P1",
            "Eq. (10): best fit in the whole range, g′ up to 0.1", "Fig. 1: 90 % region of (A, γ), g′ below NA64μ",
            "Fig. 1: 95 % region of (A, γ), g′ below NA64μ", "Fig. 1: 97.5 % region of (A, γ), g′ below NA64μ",
            "Sec. V: χ² is more sensitive to the deficit than the log-likelihood",
            "–: significance of the improvement below NA64μ", "Fig. 2: region of R < 1 at (A, γ) = (1.5, 2.5)",
            "Sec. V: some of R < 1 is left that does not contradict the lattice",
            "Sec. V: 10¹¹ muons fully probe the region of R < 1",
            "Sec. V: best fit below the projection for 10¹¹ muons",
            "Fig. 3: the solid line: (6.5 MeV, 1e-4) at (1.4, 2.6)",
        ]
        + [
            "K⁺ decay (ν only), now K⁺ decay 1973", "Z decay, now Z width", "NA64μ 2024, now NA64μ 2024 computed",
            "(g−2)μ WP20, now (g−2)μ WP25", "N_eff (m > 5 MeV), now N_eff < 3.33", "Borexino, not drawn",
            "white dwarfs, not drawn", "NA64-e 2024, not drawn", "ν trident (CCFR), not drawn",
        ].map { "Scenario consistent: what is excluded at 6.5 MeV: " + $0 }

    /// BaBar's curve begins above the masses searched: that it says nothing there allows no coupling.
    @Test func silenceOfARestrictionAllowsNothing() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(
            ["fit", "--below", "babar-4mu", "--solver", "narrow-line", "--grid", "10x10x10x10"])
        #expect(
            answer.status == 64 && answer.errors.contains("no coupling is left"), "\(answer.output)\(answer.errors)")
    }

    @Test func theReproductionGoesThroughThePaper() throws {
        defer { program.removeHome() }
        let answer = try program.run(["reproduce", "--format", "json", "--output", "paper"])
        // A log has a line for each part of the work, and nothing else.
        let stages = Reproduction.Stage.allCases.map { "mutau: reproduce: \($0.rawValue)" }
        #expect(answer.status == 0 && answer.errors.split(separator: "\n").map(String.init) == stages)
        let json = try answer.json()
        let statements = try #require(json["statements"] as? [[String: String]])
        #expect(statements.map { "\($0["place"] ?? ""): \($0["statement"] ?? "")" } == Self.statements)
        // What is found is a number or a word, never a gap.
        for statement in statements {
            let words = statement["found"]?.split { !$0.isLetter } ?? []
            #expect(!words.isEmpty || statement["found"]?.contains(where: \.isNumber) == true)
            #expect(!words.contains("nan") && !words.contains("inf"))
            #expect(statement["found"] != "–" && statement["remark"]?.isEmpty == false)
        }
        func found(_ statement: String) -> String { statements.first { $0["statement"] == statement }?["found"] ?? "" }
        #expect(found("χ² without a Z′ at (A, γ) = (1.4, 2.6)") == "27.276")
        #expect(found("χ² and R at P1") == "χ² = 18.460, R = 0.790")
        #expect(found("excess of muon g−2 over the White Paper") == "4.25σ")
        #expect((json["slips"] as? [[String: String]])?.count == 10)
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: program.home.appending(path: "paper").path))
        for name in ["fig1", "fig2", "fig3"] {
            #expect(names.isSuperset(of: ["\(name).pdf", "\(name).png", "\(name).svg"]))
        }
        #expect(names.isSuperset(of: ["reproduction.md", "reproduction.txt", "reproduction.csv", "slips.csv"]))
    }
}
