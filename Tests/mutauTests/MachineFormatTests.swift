import Foundation
import Testing

/// What programs read of answers.
@Suite struct MachineFormatTests {
    /// Columns whose cells are numbers in some answer, or empty.
    private static let numeric: Set<String> = [
        "mass_MeV", "coupling", "limit_low", "limit_high", "margin_dex", "confidence_level", "deviations",
        "chi2",
        "E_low_GeV", "E_high_GeV", "E2Phi_measured_GeV_per_cm2_s_sr", "value", "E_GeV",
    ]

    @Test(arguments: [
        ["check", "6.5MeV", "5e-4"], ["limit", "6.5MeV"], ["limit", "--masses", "1,100"], ["table"], ["list"],
        ["list", "--parameters"],
        ["show", "borexino"],
        ["export", "coherent"], ["chi2", "6.5MeV", "5e-4"], ["schema"], ["plugin", "list"], ["refresh", "--offline"],
    ])
    func headingsAreNamesAndNumbersStandAlone(command: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(command + ["--format", "csv"])
        #expect(answer.status == 0, "\(answer.errors)")
        let lines = answer.output.split(separator: "\n")
        let names = try #require(lines.first).split(separator: ",").map(String.init)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9]+(_[A-Za-z0-9]+)*/) != nil }, "\(names)")
        for line in lines.dropFirst() where !line.contains("\"") {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells.count == names.count, "\(line)")
            for (name, cell) in zip(names, cells) where Self.numeric.contains(name) {
                #expect(cell.isEmpty || Double(cell) != nil, "\(name): \(cell)")
            }
        }
    }

    @Test func aBoundThatWasAskedForAndIsSilentIsNamed() throws {
        let program = try Program()
        defer { program.removeHome() }
        let options = ["--grid", "6x6", "--mass-range", "300MeV:1GeV", "--figures", "none"]
        let answer = try program.run(["map", "--mixing", "natural", "--only", "na64mu-2024,coherent"] + options)
        #expect(answer.errors.contains("warning: coherent says nothing anywhere in the map: it covers"))
        #expect(answer.output.contains("coherent says nothing anywhere in the map"))
        let data = try Data(contentsOf: program.home.appending(path: "mutau-map/summary.json"))
        let summary = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let silent = try #require(summary["silent_bounds"] as? [[String: String]])
        #expect(silent.map { $0["stem"] } == ["coherent"])
        #expect(silent.first?["reason"]?.contains("MeV only") == true)
        // The assumption that is not made silences every bound.
        let other = try program.run(["map", "--only", "na64mu-2024", "--charges", "universal"] + options)
        #expect(
            other.errors.contains("na64mu-2024 says nothing anywhere in the map: the scenario does not make its assum"))
        // Nobody asked for this one by its name.
        let whole = try program.run(["map", "--scenario", "consistent"] + options)
        #expect(!whole.errors.contains("says nothing anywhere"), "\(whole.errors)")
    }

    @Test func aSchemaIsPrintedByItsName() throws {
        let program = try Program()
        defer { program.removeHome() }
        let schema = try program.run(["schema", "check"])
        let read = try #require(try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any])
        #expect(read["title"] as? String == "check")
        let check = try program.run(["check", "6.5MeV", "5e-4", "--format", "json"])
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
        let required = Set(try #require(read["required"] as? [String]))
        let declared = Set(try #require(read["properties"] as? [String: Any]).keys)
        #expect(required.isSubset(of: answer.keys) && declared.isSuperset(of: answer.keys))
        // Ways to combine bounds are there where a best fit is found, IceCube's data unless they are left out.
        #expect(Set(answer.keys).subtracting(required) == ["combinations", "icecube"])
        let unknown = try program.run(["schema", "chekc"])
        #expect(unknown.status == 66 && unknown.errors.contains("did you mean 'check'?"), "\(unknown.errors)")
    }
}
