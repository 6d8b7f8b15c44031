import Foundation
import Testing

/// Wrong input: one clear message, the documented exit code, nothing half-written.
@Suite struct BadInputTests {
    @Test(arguments: [
        (["check", "0", "1e-4"], 64, "above zero"), (["check", "--", "-1", "1e-4"], 64, "above zero"),
        (["check", "6.5MHz", "1e-4"], 64, "MHz"), (["check", "nan", "1e-4"], 64, "mass"),
        (["check", "6.5", "zero"], 64, "coupling"), (["check", "6.5", "0"], 64, "above zero"),
        (["check", "6.5", "1e-4", "--sum-of-masses", "0.05"], 64, "at least 0.05"),
        (["check", "6.5", "1e-4", "--sum-of-masses", "0.09", "--ordering", "inverted"], 64, "inverted"),
        (["check", "6.5", "1e-4", "--scenario", "papr"], 66, "did you mean 'paper'"),
        (["check", "6.5", "1e-4", "--scenario", "nothing/like/it.yaml"], 66, "No such file"),
        (["check", "6.5", "1e-4", "--only", "na64mu-2042"], 66, "did you mean 'na64mu-2024'"),
        (["check", "6.5", "1e-4", "--data", "cascades"], 66, "data set"),
        (["check", "6.5", "1e-4", "--g-minus-2", "soon"], 64, "wp20"),
        (["check", "6.5", "1e-4", "--cl", "90"], 64, "between 0 and 1"),
        (["check", "6.5", "1e-4", "--mixing", "some"], 64, "natural"),
        (["check", "6.5", "1e-4", "--parameters", "planck"], 66, "planck2018-nufit6"),
        (["map", "--grid", "0x0"], 64, "at least two"), (["map", "--grid", "ten"], 64, "grid"),
        (["map", "--mass-range", "5MeV"], 64, "1MeV:100MeV"), (["map", "--mass-range", "5:1"], 64, "above its lower"),
        (["map", "--grid", "1000000x1000000"], 64, "too large"), (["show", "borexno"], 66, "did you mean 'borexino'"),
        (["map", "--mass-range", "1:1.0000000000000002"], 64, "not all different"),
        (["check", "6.5", "1e-4", "--points", "x.csv"], 64, "or a file"), (["check", "6.5"], 64, "a coupling"),
        (["check", "--points", "x.csv", "--explain"], 64, "one point"),
        (["check", "--points", "x.csv", "--exit-code"], 64, "one point"),
        (["import", "--mass-limit", "xMeV", "-o", "x.vot"], 64, "write a number"),
        (["check", "-5", "1e-4"], 64, "above zero"), (["check", "5", "-1e-4"], 64, "above zero"),
        (["check", "5", "1e-4", "--amplitude", "1e300"], 64, "amplitude"),
        (["limit"], 64, "mass"), (["frobnicate"], 64, "frobnicate"),
        (["inspect", "not-there.vot"], 66, "not-there.vot"),
        (["import", "not-there.csv", "-o", "x.vot"], 66, "not-there.csv"), (["table", "--masses", "1,,3"], 64, "mass"),
        (["refresh", "--mirror", "http://127.0.0.1:9"], 69, "failed"),
        (["refresh", "--mirror", "ftp://example.org"], 64, "ftp"),
    ])
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
