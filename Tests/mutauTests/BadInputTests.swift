import Foundation
import Testing

/// Wrong input: one clear message, the documented exit code, nothing half-written.
@Suite struct BadInputTests {
    @Test(
        arguments: [
            (["check", "0", "1e-4"], 64, "above zero"), (["check", "--", "-1", "1e-4"], 64, "above zero"),
            (["check", "6.5MHz", "1e-4"], 64, "MHz"), (["check", "nan", "1e-4"], 64, "mass"),
            (["check", "6.5", "zero"], 64, "coupling"), (["check", "6.5", "0"], 64, "above zero"),
            (["check", "6.5", "1e-4", "--sum-of-masses", "0.05"], 64, "at least 0.05"),
            (["check", "6.5", "1e-4", "--sum-of-masses", "0.09", "--ordering", "inverted"], 64, "inverted"),
            (["check", "6.5", "1e-4", "--scenario", "papr"], 66, "did you mean 'paper'"),
            (["check", "6.5", "1e-4", "--scenario", "nothing/like/it.yaml"], 66, "No such file"),
            (["check", "6.5", "1e-4", "--scenario", "mutau-map/map.vot"], 66, "mutau-map/map.vot"),
            (["check", "6.5", "1e-4", "--muons-on-target", "1e-320"], 64, "no number of muons"),
            (["check", "6.5", "1e-4", "--only", "na64mu-2042"], 66, "did you mean 'na64mu-2024'"),
            (["check", "6.5", "1e-4", "--data", "cascades"], 66, "data set"),
            (["check", "6.5", "1e-4", "--g-minus-2", "soon"], 64, "wp20"),
            (["check", "6.5", "1e-4", "--cl", "90"], 64, "between 0.5 and 1"),
            (["check", "6.5", "1e-4", "--cl", "0.3"], 64, "between 0.5 and 1"),
            (["check", "6.5", "1e-4", "--cl", "50%"], 64, "between 0.5 and 1"),
            (["check", "6.5", "1e-4", "--g-minus-2", "0±2"], 64, "at most 1"),
            (["check", "6.5", "1e-4", "--g-minus-2", "3±1e-10"], 64, "between −1 and 1"),
            (["check", "6.5", "1e-4", "--mixing", "some"], 64, "natural"),
            (["check", "6.5", "1e-4", "--parameters", "planck"], 66, "planck2018-nufit6"),
            (["map", "--grid", "0x0"], 64, "at least two"), (["map", "--grid", "ten"], 64, "grid"),
            (["map", "--mass-range", "5MeV"], 64, "1MeV:100MeV"),
            (["map", "--mass-range", "5:1"], 64, "above its lower"),
            (["map", "--grid", "1000000x1000000"], 64, "too large"), (["map", "--grid", "2x1000000"], 64, "10000"),
            (["map", "--grid", "700x700"], 64, "300000 points"), (["map", "--grid", "0x10x10"], 64, "grid"),
            (["check", "0x6", "1e-4"], 64, "mass"), (["check", "6.5", "0x1p-12"], 64, "coupling"),
            (["check", "٦", "1e-4"], 64, "mass"), (["check", "6.5", "٤e-4"], 64, "coupling"),
            (["check", "6.5", "1e-4", "--muons-on-target", "0x10"], 64, "no number of muons"),
            (["check", "6.5", "1e-4", "--mixing", "0x1"], 64, "natural"),
            (["check", "6.5", "1e-4", "--cl", "0x1p-1"], 64, "between 0.5 and 1"),
            (["check", "6.5", "1e-4", "--g-minus-2", "0x1p-30±1e-10"], 64, "wp20"),
            (["check", "6.5", "1e-4", "--tolerance", "0x1p-10"], 64, "tolerance"),
            (["chi2", "5", "1e-4", "--gamma", "0x2"], 64, "gamma"),
            (["chi2", "5", "1e-4", "--theta12", "0x20deg"], 64, "no angle"),
            (["chi2", "5", "1e-4", "--charges", "0,0x1,-1"], 64, "three charges"),
            (["chi2", "5", "1e-4", "--spectrum", "power-law:0x2"], 64, "power-law:2.5"),
            (["chi2", "5", "1e-4", "--source-flavours", "1:0x2:0"], 64, "1:2:0"),
            (["fit", "--forecast", "0x2"], 64, "no number"), (["fit", "--forecast", "nan"], 64, "no number"),
            (["fit", "--gamma-range", "0x1:3"], 64, "gamma range"),
            (["fit", "--forecast", "2", "--injected", "6.5,5e-4,0x1,2.5"], 64, "no model"),
            (["import", "--mass-limit", "0x6MeV", "-o", "x.vot"], 64, "write a mass"),
            (["show", "borexno"], 66, "did you mean 'borexino'"),
            (["map", "--mass-range", "1:1.0000000000000002"], 64, "not all different"),
            (["check", "6.5", "1e-4", "--points", "x.csv"], 64, "or a file"), (["check", "6.5"], 64, "a coupling"),
            (["check", "--points", "x.csv", "--explain"], 64, "one point"),
            (["check", "--points", "x.csv", "--exit-code"], 64, "one point"),
            (["import", "--mass-limit", "xMeV", "-o", "x.vot"], 64, "write a mass"),
            (["check", "-5", "1e-4"], 64, "The value '-5'"), (["check", "5", "-1e-4"], 64, "above zero"),
            (["check", "5", "1e-4", "--amplitude", "1e300"], 64, "amplitude"),
            (["chi2", "5", "1e-4", "--lightest-mass=-0.01eV"], 64, "zero or above"),
            (["chi2", "5", "1e-4", "--lightest-mass", "0.01", "--sum-of-masses", "0.1"], 64, "one of them"),
            (["chi2", "5", "1e-4", "--theta12", "0.58"], 64, "0.58rad"),
            (["chi2", "5", "1e-4", "--theta23", "95"], 64, "0 to 90"),
            (["chi2", "5", "1e-4", "--delta-cp", "nan"], 64, "no angle"),
            (["chi2", "5", "1e-4", "--evolution", "stars"], 64, "star-formation"),
            (["chi2", "5", "1e-4", "--evolution", "no/such.csv"], 66, "No such file"),
            (["chi2", "5", "1e-4", "--max-redshift", "-1"], 64, "redshift"),
            (["chi2", "5", "1e-4", "--source-redshift", "1", "--max-redshift", "2"], 64, "--source-redshift"),
            (["chi2", "5", "1e-4", "--source-flavours", "1:0"], 64, "1:2:0"),
            (["chi2", "5", "1e-4", "--charges", "0,1,0,0,0,0,0,0,0"], 64, "Hermitian"),
            (["chi2", "5", "1e-4", "--charges", "1e-200,0,0"], 64, "a millionth"),
            (["chi2", "5", "1e-4", "--spectrum", "power-law:2@0"], 64, "amplitude"),
            (["add", "x.csv", "--name", " \u{7} "], 64, "can be seen"),
            (["check", "--points", "/"], 66, "a directory"),
            (["chi2", "5", "1e-4", "--charges", "0,0,0"], 64, "other than zero"),
            (["chi2", "5", "1e-4", "--spectrum", "broken:2,3"], 64, "the break"),
            (["chi2", "5", "1e-4", "--spectrum", "power-law:0.5"], 64, "out of range"),
            (["chi2", "5", "1e-4", "--spectrum", "cut-off:2,1e6", "--gamma", "2"], 64, "--spectrum"),
            (["fit", "--spectrum", "power-law:2.6"], 64, "--gamma-range"),
            (["fit", "--spectrum", "cut-off:2,1e6GeV", "--profile", "gamma"], 64, "write 'gamma' for one"),
            (
                ["chi2", "6.5MeV", "1e-4", "--gamma", "2.5", "--spectrum", "cut-off:2,1e6GeV"], 64,
                "write 'gamma' for one"
            ),
            (["chi2", "5", "1e-4", "--spectrum", "broken:gama,2,1e5GeV", "--gamma", "2"], 64, "the break"),
            (["fit", "--spectrum", "broken:gamma-1,gamma,1e5GeV"], 64, "narrow the search with --gamma-range"),
            (["spectrum", "5", "1e-4", "--ratio", "--spectrum", "cut-off:2,1e3GeV"], 64, "no ratio"),
            (["limit"], 64, "mass"), (["frobnicate"], 64, "frobnicate"),
            (["inspect", "not-there.vot"], 66, "not-there.vot"),
            (["import", "not-there.csv", "-o", "x.vot"], 66, "not-there.csv"),
            (["table", "--masses", "1,,3"], 64, "mass"),
            (["refresh", "--mirror", "http://127.0.0.1:9"], 69, "failed"),
            (["refresh", "--mirror", "ftp://example.org"], 64, "ftp"),
        ] as [([String], Int32, String)])
    func oneMessageAndOneCode(arguments: [String], status: Int32, mentions: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == status, "\(answer.errors)\(answer.output)")
        let said = answer.errors + (status == 69 ? answer.output : "")
        #expect(said.contains(mentions), "\(said)")
        #expect(!answer.errors.contains("Fatal error"))
        #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: "mutau-map").path))
    }

    @Test(arguments: [
        ("--evolution", "z,density\n0,1\n2,1\n1,3\n", "line 4"), ("--evolution", "0,1\n3,1\n", "--max-redshift"),
        ("--evolution", "0,1\n3,one\n", ":2:"), ("--evolution", "0,1\n3,0x1\n", ":2:"),
        ("--evolution", "0,1\n3,1\0 7\n", ":2:"), ("--charges", "1 0\n0 1\n", "three elements"),
    ])
    func aTableThatIsNone(option: String, text: String, mentions: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(text, to: "table.csv")
        let answer = try program.run(["chi2", "5", "1e-4", option, file])
        // A table that ends early is no bad table: the redshift is out of its range.
        #expect(answer.status == (mentions == "--max-redshift" ? 64 : 65), "\(answer.errors)")
        #expect(answer.errors.contains(mentions), "\(answer.errors)")
    }

    /// At 1e-300 GeV a power law is no number any more.
    @Test(arguments: ["1e-300", "1e300", "nan", "-1", "1e5 2", "0x1p20", "1e5\0", "٥"]) func energiesBeyondUse(
        energy: String
    ) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("1e5\n\(energy)\n", to: "energies.txt")
        let answer = try program.run(["spectrum", "5", "1e-4", "--gamma", "2.5", "--energies", file])
        #expect(answer.status == 65 && answer.output.isEmpty, "\(answer.output)")
        // A NUL is shown as the space that all text has in its place.
        let shown = energy.replacing("\0", with: " ")
        #expect(answer.errors.contains("energies.txt:2: '\(shown)'"), "\(answer.errors)")
    }

    @Test func aScenarioHasDecimalNumbersAlone() throws {
        let program = try Program()
        defer { program.removeHome() }
        let scenario = try program.runShell("mutau scenario show paper | sed 's/^tolerance:.*/tolerance: 0x1p-10/'")
            .output
        #expect(scenario.contains("0x1p-10"))
        let file = try program.write(scenario, to: "hex.yaml")
        let answer = try program.run(["check", "6.5", "1e-4", "--scenario", file])
        #expect(answer.status == 65 && answer.errors.contains("0x1p-10"), "\(answer.errors)")
    }

    @Test func moreEnergiesThanMemoryHoldsAreRefused() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(String(repeating: "1e5\n", count: 100_001), to: "energies.txt")
        let answer = try program.run(["spectrum", "5", "1e-4", "--energies", file])
        #expect(answer.status == 65 && answer.errors.contains("energies.txt:100001:"), "\(answer.errors)")
    }

    @Test func aTextOfSegmentsIsToldItsHeader() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("# channel: tracks\nE_low,E_high,E2Phi\n1e4,1e5,2e-8\n", to: "own.csv")
        let answer = try program.run(["chi2", "5", "1e-4", "--data", file])
        #expect(answer.status == 65 && answer.errors.contains("E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus"))
        let header = "E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus,upper_limit"
        let good = try program.write(
            "# channel: tracks\n\(header)\n1e4,1e5,2e-8,5e-9,5e-9,\n1e5,1e6,,,,2e-8\n", to: "good.csv")
        #expect(try program.run(["chi2", "5", "1e-4", "--data", good]).status == 0)
    }

    @Test func anOutputThatCannotBeMade() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mine", to: "file")
        let answer = try program.run(["map", "--grid", "5x5", "--output", file + "/below"])
        #expect(answer.status == 73, "\(answer.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    @Test func aDirectoryOfTheUsersIsNotReplaced() throws {
        let program = try Program()
        defer { program.removeHome() }
        let directory = program.home.appending(path: "thesis")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        _ = try program.write("years of work", to: "thesis/thesis.tex")
        let answer = try program.run(["map", "--grid", "5x5", "--output", directory.path])
        #expect(answer.status == 73 && answer.errors.contains("thesis.tex"), "\(answer.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["thesis.tex"])
    }

    @Test func aFullDiskIsSaid() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["list"], output: "/dev/full")
        #expect(answer.status == 74 && answer.errors.contains("standard output"), "\(answer.errors)")
    }

    @Test func aDamagedDocumentOfTheUsersIsNamed() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("<VOTABLE", to: "borexino.vot")
        let path = ["MUTAU_CURVE_PATH": program.home.path]
        let check = try program.run(["check", "6.5", "1e-4", "--scenario", "consistent"], environment: path)
        #expect(check.status == 65 && check.errors.contains("borexino.vot"), "\(check.errors)")
        // A scenario that does not use it is not held up, and the list names it.
        let other = try program.run(["check", "6.5", "1e-4"], environment: path)
        #expect(other.status == 0 && other.errors.contains("consistent"), "\(other.errors)")
        let list = try program.run(["list"], environment: path)
        #expect(list.status == 0 && list.errors.contains("borexino.vot"), "\(list.errors)")
    }

    @Test func aDamagedDocumentOnASearchPathCostsItsBoundAlone() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("x", to: "mine.vot")
        let path = ["MUTAU_CURVE_PATH": program.home.path]
        let check = ["check", "6.5", "4.5e-4"]
        for line in [check, ["map", "--grid", "2x2", "--output", "map"], ["list"]] {
            let answer = try program.run(line, environment: path)
            #expect(answer.status == 0 && answer.errors.contains("left out"), "\(answer.errors)")
            #expect(answer.errors.components(separatedBy: "left out").count == 2, "\(answer.errors)")
        }
        for line in [check + ["--strict"], ["show", "mine"]] {
            let answer = try program.run(line, environment: path)
            #expect(answer.status == 65 && answer.errors.contains("mine.vot"), "\(answer.errors)")
        }
    }

    /// A piece of a file in a message must not reach the terminal as commands.
    @Test func aBinaryScenarioIsQuotedWithoutItsControls() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("name: \u{1B}[31m\u{7}", to: "binary.yaml")
        let answer = try program.run(["check", "6.5", "1e-4", "--scenario", file])
        #expect(answer.status == 65, "\(answer.errors)")
        #expect(!answer.errors.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test func theBibliographyCitesTheDataOfIceCube() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["cite"])
        #expect(answer.output.contains("2001.09520") && answer.output.contains("2111.10299"))
    }
}
