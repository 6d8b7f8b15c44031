import Foundation
import Testing

/// What was chosen is told in full, and can be chosen again.
@Suite struct ScenarioCommandTests {
    @Test func theEffectiveScenarioIsAFile() throws {
        let program = try Program()
        defer { program.removeHome() }
        #expect(try program.run(["scenario", "list"]).output.contains("paper"))
        let options = [
            "--ordering", "inverted", "--mixing", "natural", "--gamma", "profiled", "--without", "na64mu-2024",
        ]
        let shown = try program.run(["scenario", "show", "paper"] + options)
        #expect(shown.status == 0 && shown.output.contains("ordering: inverted"), "\(shown.errors)")
        let file = try program.write(shown.output, to: "mine.yaml")
        #expect(try program.run(["scenario", "show", file]).output == shown.output)
        for command in [["limit", "6.5MeV"], ["chi2", "6.5MeV", "4.5e-4", "--segments"]] {
            let direct = try program.run(command + ["--format", "json"] + options)
            #expect(direct.status == 0, "\(direct.errors)")
            #expect(try program.run(command + ["--format", "json", "--scenario", file]).output == direct.output)
        }
    }

    /// An option is called as nothing in a spreadsheet is a formula; two scenarios are one too many.
    @Test func aScenarioIsATableToo() throws {
        let program = try Program()
        defer { program.removeHome() }
        let table = try program.run(["scenario", "show", "paper", "--format", "csv"])
        #expect(table.status == 0 && table.output.contains(",cl\n") && !table.output.contains("'--"), "\(table.output)")
        let two = try program.run(["scenario", "show", "paper", "--scenario", "consistent"])
        #expect(two.status == 64 && two.errors.contains("two scenarios"), "\(two.errors)")
        let one = try program.run(["scenario", "show", "--scenario", "consistent"])
        #expect(try program.run(["scenario", "show", "consistent"]).output == one.output)
    }

    /// A message of a scenario's file says which file, which key, and where it stands there.
    @Test(arguments: [
        ("max_redshift: 5", "max_redshift: -1", "'sources.max_redshift'")
    ])
    func numbersOutOfRangeNameTheirPlace(said: String, wrong: String, key: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let shown = try program.run(["scenario", "show", "paper"]).output
        try #require(shown.contains(said))
        let file = try program.write(shown.replacing(said, with: wrong), to: "mine.yaml")
        for command in [["scenario", "show", file], ["limit", "6.5MeV", "--scenario", file]] {
            let answer = try program.run(command)
            #expect(answer.status == 65 && answer.output.isEmpty, "\(answer)")
            #expect(answer.errors.contains("mine.yaml: \(key) of the scenario"), "\(answer.errors)")
        }
    }

    /// What options change of a file's neutrinos is what counts; what can't be is said of the file.
    @Test func neutrinosOfAFileCanBeMendedByOptions() throws {
        let program = try Program()
        defer { program.removeHome() }
        let shown = try program.run(["scenario", "show", "consistent"]).output
        let file = try program.write(
            shown.replacing("sum_of_masses_eV: 0.1", with: "sum_of_masses_eV: 1e-3"), to: "mine.yaml")
        let refused = try program.run(["scenario", "show", file])
        #expect(refused.status == 65 && refused.errors.contains("oscillations allow"), "\(refused.errors)")
        let mended = try program.run(["limit", "20MeV", "--scenario", file, "--sum-of-masses", "0.12eV"])
        #expect(mended.status == 0, "\(mended.errors)")
    }

    @Test func aMapIsMadeAgainFromItsSummary() throws {
        let program = try Program()
        defer { program.removeHome() }
        let options = [
            "--scenario", "consistent", "--grid", "9x7", "--mass-range", "2:50", "--gamma", "2.5", "--no-projections",
        ]
        #expect(try program.run(["map", "--output", "first"] + options).status == 0)
        let summary = program.home.appending(path: "first/summary.json").path
        let again = try program.run(["map", "--output", "second", "--scenario", summary])
        #expect(again.status == 0, "\(again.errors)")
        try program.expectSameFiles("first", "second")
        let text = try String(contentsOfFile: summary, encoding: .utf8)
        #expect(text.contains("\"shows_projections\": false"))
        let other = text.replacing(/"sha256": "[0-9a-f]{8}/) { _ in "\"sha256\": \"00000000" }
        let refused = try program.run([
            "map", "--output", "third", "--scenario", try program.write(other, to: "o.json"),
        ])
        #expect(refused.status == 65 && refused.errors.contains("is not that of the earlier answer"))
        let missing = text.replacing("\"borexino\"", with: "\"mine-2025\"")
        let absent = try program.run([
            "map", "--output", "third", "--scenario", try program.write(missing, to: "m.json"),
        ])
        #expect(absent.status == 65 && absent.errors.contains("'mine-2025'"), "\(absent.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: "third").path))
        let leftOut = try program.run([
            "limit", "6.5MeV", "--scenario", program.home.path + "/m.json", "--without", "mine-2025",
        ])
        #expect(leftOut.status == 0, "\(leftOut.errors)")
        // An answer without digests is not taken as if it had been checked.
        let bare = try program.write(
            #"{"scenario": {"name": "x", "bounds": ["borexino"], "icecube": {"data": ["hese-7.5yr-2021"]}}}"#,
            to: "b.json")
        let limit = try program.run(["limit", "6.5MeV", "--scenario", bare])
        #expect(limit.status == 0 && limit.errors.contains("does not say which documents it had of borexino"))
    }
}
