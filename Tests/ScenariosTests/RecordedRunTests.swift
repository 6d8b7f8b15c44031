import Testing

@testable import Scenarios

@Suite struct RecordedRunTests {
    private static let json = """
        {"bounds": [{"sha256": "ab", "stem": "a"}],
         "grid": {"columns": 3, "rows": 4, "mass_MeV": [1, 10.5], "coupling": [1e-05, 0.1]},
         "shows_projections": false,
         "scenario": {"name": "x", "summary": "", "bounds": ["a"], "alternatives": [], "icecube": {"data": []},
                      "neutrinos": {"sum_of_masses_eV": null, "lightest_mass_eV": 0.01}, "solver": null}}
        """

    @Test func holdsScenarioPlaneAndDocuments() throws {
        let json = Self.json.replacing("\"summary\": \"\"", with: "\"summary\": \"y\"")
        let run = try RecordedRun(json: Array(json.utf8))
        #expect(run.scenario.name == "x" && run.scenario.neutrinos.scale == .lightest(0.01))
        #expect(run.plane == .init(columns: 3, rows: 4, masses: 1...10.5, couplings: 1e-5...0.1))
        #expect(run.digests == ["a": "ab"])
        #expect(run.showsProjections == false)
    }

    @Test(arguments: [
        "{}", "[]", "{\"scenario\": 1}", "{\"scenario\": {\"name\": \"x\"}}", "",
        json.replacing("\"columns\": 3", with: "\"columns\": \"three\""),
        json.replacing("\"shows_projections\": false", with: "\"shows_projections\": 3"),
        json.replacing("[1, 10.5]", with: "[10.5, 1]"),
        json.replacing("\"sha256\": \"ab\", ", with: ""),
    ])
    func whatIsNoneIsRefused(text: String) {
        #expect(throws: ScenarioError.self) { try RecordedRun(json: Array(text.utf8)) }
    }

    @Test func sizeIsBounded() {
        #expect(throws: ScenarioError.tooLarge(bytes: RecordedRun.greatestSize + 1, limit: RecordedRun.greatestSize)) {
            try RecordedRun(json: [UInt8](repeating: 0x20, count: RecordedRun.greatestSize + 1))
        }
    }
}
