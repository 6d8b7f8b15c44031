import Foundation
import Testing

/// A value that can't be is a fault of whoever said it: the command line's ends with 64, a file's with 65 and its name.
@Suite struct FaultsOfFilesTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test(arguments: [
        ("icecube.gamma: 17", "out of range"),
        ("neutrinos.sum_of_masses_eV: 0.01eV", "oscillations allow"),
        ("sources.spectrum: \"broken:2,gamma-3,1e5GeV\"", "out of range"), ("icecube.amplitude: 1e30", "out of range"),
    ])
    func aPlan(choice: String, words: String) throws {
        defer { program.removeHome() }
        _ = try program.write(
            """
            scenario: paper
            method: random
            points: 10
            choices:
              \(choice)
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log}
              coupling: {from: 1e-5, to: 1e-3, scale: log}
            """, to: "dip.yaml")
        let answer = try program.run(["scan", "plan", "dip.yaml"])
        #expect(answer.status == 65 && answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.errors.contains("dip.yaml"), "\(answer.errors)")
        #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
    }

    @Test(arguments: [
        ("gamma: 2.5", "gamma: 17", "--gamma", "17"), ("amplitude: 1.5", "amplitude: 1e30", "--amplitude", "1e30"),
        ("sum_of_masses_eV: 0.1", "sum_of_masses_eV: 0.001", "--sum-of-masses", "0.001eV"),
        ("max_redshift: 5.0", "max_redshift: 5000", "--max-redshift", "5000"),
    ])
    func aScenario(good: String, bad: String, option: String, value: String) throws {
        defer { program.removeHome() }
        let text = try program.run(["scenario", "show", "paper"]).output
        #expect(text.contains(good))
        _ = try program.write(text, to: "good.yaml")
        _ = try program.write(text.replacing(good, with: bad), to: "bad.yaml")
        let point = ["check", "6.5MeV", "1e-4"]
        let file = try program.run(point + ["--scenario", "bad.yaml"])
        #expect(file.status == 65 && file.errors.contains("bad.yaml"), "\(file.errors)")
        let said = try program.run(point + ["--scenario", "good.yaml", option, value])
        #expect(said.status == 64 && !said.errors.contains(".yaml"), "\(said.errors)")
    }

    /// Who means a range and writes none is told how one is written.
    @Test(arguments: [
        "broken:gamma,gamma+0.2,3e4...3e6GeV", "broken:gamma,gamma+0.2,3e4-3e6GeV", "broken:2.0–2.5,2.8,1e5GeV",
        "cut-off:2 to 3,1e6GeV", "cut-off:2.5,1TeV-1PeV",
    ])
    func aRangeThatIsNone(spectrum: String) throws {
        defer { program.removeHome() }
        let answer = try program.run(["chi2", "6.5MeV", "1e-4", "--spectrum", spectrum])
        #expect(answer.status == 64 && answer.errors.contains("is no range: write 3e4..3e6GeV"), "\(answer.errors)")
    }

    /// A step down from γ, or a number with an exponent, is none.
    @Test(arguments: ["broken:gamma-0.8,2.8", "cut-off:2e-1"])
    func whatIsNoRange(spectrum: String) throws {
        defer { program.removeHome() }
        let answer = try program.run(["chi2", "6.5MeV", "1e-4", "--spectrum", spectrum])
        #expect(answer.status == 64 && answer.errors.contains("no spectrum of the sources"), "\(answer.errors)")
    }

    /// What is empty or stands twice where it counts once is told when the file is shown, not later.
    @Test(arguments: [
        ("  data: \\[.*\\]", "  data: []", "one at least"),
        ("  data: \\[.*\\]", "  data: [hese-7.5yr-2021, hese-7.5yr-2021]", "twice"),
        ("overlays: \\[\\]", "overlays: [a.vot, a.vot]", "twice"),
        ("decides: \\[.*\\]", "decides: [m3-phase1]", "takes no part"),
    ])
    func listsOfAScenario(good: String, bad: String, words: String) throws {
        defer { program.removeHome() }
        let text = try program.run(["scenario", "show", "paper"]).output
        let changed = text.replacing(try Regex(good), with: bad)
        #expect(changed != text)
        _ = try program.write(changed, to: "bad.yaml")
        let answer = try program.run(["scenario", "show", "./bad.yaml"])
        #expect(answer.status == 65 && answer.errors.contains(words), "\(answer.errors)")
        #expect(answer.errors.contains("bad.yaml"), "\(answer.errors)")
    }

    /// What can't be replaced is told before the work, which ends at once.
    @Test(arguments: [["reproduce"], ["map"], ["fit"], ["spectrum", "6.5", "1e-4"]])
    func aPlaceThatCannotBeReplaced(command: [String]) throws {
        defer { program.removeHome() }
        _ = try program.write("mine", to: "taken")
        let answer = try program.run(command + ["--output", "taken"])
        #expect(
            answer.status == 73 && answer.errors.hasSuffix("taken' is a file: name a directory\n"), "\(answer.errors)")
        #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
        let text = try String(contentsOf: program.home.appending(path: "taken"), encoding: .utf8)
        #expect(text == "mine")
    }

    /// A file that keeps the name of a shipped scenario passes for it only where it chooses the same.
    @Test func aNameThatIsTaken() throws {
        defer { program.removeHome() }
        let text = try program.run(["scenario", "show", "paper"]).output
        let mixing = "kinetic_mixing: none"
        #expect(text.contains(mixing))
        _ = try program.write(text, to: "same.yaml")
        _ = try program.write(text.replacing(mixing, with: "kinetic_mixing: natural"), to: "other.yaml")
        func name(_ file: String) throws -> String? {
            let point = ["check", "6.5", "1e-4", "--no-icecube", "--format", "json", "--scenario", file]
            return try program.run(point).json()["scenario"] as? String
        }
        #expect(try name("same.yaml") == "paper")
        #expect(try name("other.yaml") == "paper (changed in kinetic_mixing)")
    }

    /// A style's file goes by its name.
    @Test func aStyle() throws {
        defer { program.removeHome() }
        _ = try program.write("width: wide\n", to: "style.yaml")
        let answer = try program.run(["map", "--style", "./style.yaml", "--grid", "3x3"])
        #expect(answer.status == 65 && answer.errors.contains("./style.yaml: 'width'"), "\(answer.errors)")
    }

    /// A limit that options speak of is not to be lost without a word.
    @Test func anImportWithoutTheCurveThatOptionsSpeakOf() throws {
        defer { program.removeHome() }
        _ = try program.write("mass_MeV,limit on x\n1,1e-3\n2,2e-3\n", to: "x.csv")
        let facts = ["--name", "X", "--kind", "observed", "--confidence-level", "0.9"]
        let answer = try program.run(["import", "x.csv", "-o", "x.vot", "--quantity", "coupling"] + facts)
        #expect(answer.status == 65 && answer.errors.contains("--coupling-column"), "\(answer.errors)")
        #expect(try program.run(["import", "-o", "y.vot", "--parameter", "x=1"] + facts).status == 0)
    }
}
