import Foundation
import TestServers
import Testing

/// A limit from HEPData by the paper's number, from a server that answers as HEPData does.
@Suite struct HEPDataCommandTests {
    private let program: Program
    private let site: HEPDataServer
    private let paper = "hepdata:\(HEPDataServer.number)"

    init() throws {
        program = try Program()
        site = try HEPDataServer()
    }

    private func run(_ arguments: String...) throws -> Program.Answer {
        try program.run(arguments, environment: ["MUTAU_HEPDATA": site.base])
    }

    /// Those with a mass and a limit come first.
    @Test(arguments: ["inspect", "add", "import"]) func withoutATableTheTablesAreListed(_ command: String) throws {
        defer { program.removeHome() }
        let answer = try program.run(
            [command, paper] + (command == "import" ? ["-o", "a.vot"] : []),
            environment: ["MUTAU_HEPDATA": site.base])
        #expect(answer.status == 65)
        let text = command == "inspect" ? answer.output : answer.errors
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3 && lines[0].hasSuffix("version 2, has 2 tables; --table NAME takes one:"), "\(text)")
        #expect(lines.dropFirst().first?.contains("Observed 95% CL upper limits") == true, "\(text)")
        #expect(lines.last == "  Table 1: Widths", "\(text)")
    }

    @Test func inspectTakesATableByItsName() throws {
        defer { program.removeHome() }
        let answer = try run("inspect", paper, "--table", "Table 2: g_Z'")
        #expect(answer.status == 0, "\(answer)")
        for line in [
            "format: HEPData YAML", "title: Search for a Z' boson, Table 2: $g_{Z'}$",
            "doi:10.17182/hepdata.999999.v2/t2", "3 points, mass 5000.0–80000.0 MeV, g′ 0.02–0.2",
        ] { #expect(answer.output.contains(line), "\(line) is not in\n\(answer.output)") }
        let older = try run("inspect", paper, "--table", HEPDataServer.table, "--version", "1")
        #expect(older.output.contains("g′ 0.01–0.2") && older.output.contains("hepdata.999999.v1/t2"), "\(older)")
    }

    @Test func importWritesADocument() throws {
        defer { program.removeHome() }
        let answer = try run("import", paper, "--table", HEPDataServer.table, "-o", "mine.vot")
        #expect(answer.status == 0, "\(answer)")
        let again = try program.run(["inspect", "mine.vot"])
        #expect(again.output.contains("hepdata.999999.v2/t2") && again.output.contains("3 points"), "\(again)")
    }

    /// A newer version is told, and the numbers stay until it is asked for.
    @Test func refreshTellsOfANewerVersion() throws {
        defer { program.removeHome() }
        let added = try run("add", paper, "--table", HEPDataServer.table, "--stem", "mine")
        #expect(added.status == 0, "\(added)")
        let quiet = try run("refresh", "mine")
        #expect(quiet.status == 0 && !quiet.output.contains("HEPData"), "\(quiet)")
        site.publish(3)
        let told = try run("refresh", "mine")
        #expect(told.status == 0, "\(told)")
        #expect(told.output.contains("unchanged; HEPData has version 3, this is version 2"), "\(told)")
        let before = try run("export", "mine", "--format", "csv")
        #expect(before.output.contains("0.02"), "\(before)")
        let taken = try run("add", paper, "--table", HEPDataServer.table, "--stem", "mine", "--force")
        #expect(taken.status == 0, "\(taken)")
        let shown = try run("show", "mine")
        #expect(shown.output.contains("hepdata.999999.v3/t2"), "\(shown)")
        #expect(try !run("refresh", "mine").output.contains("HEPData has"))
    }

    @Test func whatHEPDataDoesNotHaveIsNamed() throws {
        defer { program.removeHome() }
        for (arguments, status, words) in [
            (["hepdata:x12"], Int32(64), "is no paper at HEPData"),
            (["hepdata:ins5"], 69, "does not exist"),
            ([paper, "--table", "Table 9"], 65, "has no table 'Table 9'; there are:"),
            ([paper, "--table", "Table 1"], 69, "a page for people"),
            ([paper, "--version", "3", "--table", "Table 1"], 69, "a page for people"),
            (["a.csv", "--version", "3"], 64, "--version is of a record at HEPData"),
        ] {
            let answer = try program.run(["inspect"] + arguments, environment: ["MUTAU_HEPDATA": site.base])
            #expect(answer.status == status && (answer.errors + answer.output).contains(words), "\(answer)")
        }
    }
}
