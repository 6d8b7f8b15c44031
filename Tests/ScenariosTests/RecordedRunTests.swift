import ConstraintKit
import Files
import Testing
import VOTable

@testable import Scenarios

@Suite struct RecordedRunTests {
    private static let digest = String(repeating: "ab", count: 32)
    private static let other = String(repeating: "01", count: 32)
    private static let json = """
        {"bounds": [{"sha256": "\(digest)", "stem": "a", "code": {"sha256": "\(other)"}}],
         "inputs": [{"name": "mine.csv", "sha256": "\(other)"}],
         "grid": {"columns": 3, "rows": 4, "mass_MeV": [1, 10.5], "coupling": [1e-05, 0.1]},
         "shows_projections": false,
         "scenario": {"name": "x", "summary": "", "bounds": ["a"], "alternatives": [], "icecube": {"data": ["d"]},
                      "neutrinos": {"sum_of_masses_eV": null, "lightest_mass_eV": 0.01}, "solver": null}}
        """

    @Test func holdsScenarioPlaneAndDocuments() throws {
        let json = Self.json.replacing("\"summary\": \"\"", with: "\"summary\": \"y\"")
        let run = try RecordedRun(json: Array(json.utf8))
        #expect(run.scenario.name == "x" && run.scenario.neutrinos.scale == .lightest(0.01))
        #expect(run.plane == .init(columns: 3, rows: 4, masses: 1...10.5, couplings: 1e-5...0.1))
        let (digest, other) = (
            try #require(SHA256(hexadecimal: Self.digest)), try #require(SHA256(hexadecimal: Self.other))
        )
        #expect(run.inputs == .init(documents: ["a": digest], code: ["a": other], files: ["mine.csv": other]))
        #expect(throws: RecordedRunError.otherFile(name: "mine.csv", recorded: other, found: digest)) {
            try run.inputs?.check(files: ["mine.csv": digest, "new.csv": digest])
        }
        #expect(throws: RecordedRunError.otherCode(stem: "a", recorded: other, found: nil)) {
            try run.inputs?.check(document: digest, code: nil, of: "a")
        }
        try run.inputs?.check(document: digest, code: other, of: "a")
        // Of a bound that it does not name, an answer says nothing.
        try run.inputs?.check(document: other, code: other, of: "b")
        #expect(run.showsProjections == false)
    }

    @Test(arguments: [
        "{}", "[]", "{\"scenario\": 1}", "{\"scenario\": {\"name\": \"x\"}}", "",
        json.replacing("\"columns\": 3", with: "\"columns\": \"three\""),
        json.replacing("\"shows_projections\": false", with: "\"shows_projections\": 3"),
        json.replacing("[1, 10.5]", with: "[10.5, 1]"),
        json.replacing("\"sha256\": \"\(digest)\", ", with: ""),
        json.replacing("\"sha256\": \"\(digest)\"", with: "\"sha256\": \"abc\""),
        json.replacing("{\"name\": \"mine.csv\", ", with: "{"),
    ])
    func whatIsNoneIsRefused(text: String) {
        #expect(throws: ScenarioError.self) { try RecordedRun(json: Array(text.utf8)) }
    }

    @Test func sizeIsBounded() {
        #expect(throws: ScenarioError.tooLarge(bytes: RecordedRun.greatestSize + 1, limit: RecordedRun.greatestSize)) {
            try RecordedRun(json: [UInt8](repeating: 0x20, count: RecordedRun.greatestSize + 1))
        }
    }

    /// An answer that only names its scenario is told from a damaged one.
    @Test func whatHoldsNoScenarioSaysWhatItIs() {
        #expect(throws: ScenarioError.noScenario(answer: "check", name: "paper")) {
            try RecordedRun(json: Array(#"{"schema": "check/1", "scenario": "paper"}"#.utf8))
        }
        #expect(throws: ScenarioError.noScenario(answer: "spectrum", name: nil)) {
            try RecordedRun(json: Array(#"{"schema": "spectrum/1"}"#.utf8))
        }
        #expect(throws: ScenarioError.noScenario(answer: nil, name: nil)) {
            try RecordedRun(VOTableDocument(params: [Param("chi2", number: 1)]))
        }
    }

    @Test func theAnswerOfShowIsAScenarioAndNoRun() throws {
        let json = #"{"schema": "scenario-show/1", "name": "x", "bounds": ["a"], "icecube": {"data": ["d"]}}"#
        let run = try RecordedRun(json: Array(json.utf8))
        #expect(run.scenario.bounds == ["a"] && run.inputs == nil)
    }

    /// A map's table holds all that its summary does, to the last bit, whatever names and paths look like.
    @Test(arguments: Scenario.shippedNames)
    func aTableHoldsTheRun(name: String) throws {
        let digest = try #require(SHA256(hexadecimal: Self.digest))
        var scenario = try Scenario.shipped(name)
        scenario.overlays = ["a, b].csv", "null", "\"c\" & <d>.vot"]
        scenario.summary = "null"
        scenario.muonsOnTarget = 1.1e11
        scenario.gMinus2Difference = StatedDifference("25e-10±6e-10")
        scenario.iceCube.gamma = 2.1 + 1e-15
        scenario.alternatives.append(.init(name: "x: y", counts: nil, others: ["p-q"]))
        let run = RecordedRun(
            scenario: scenario,
            plane: RecordedRun.Plane(
                try MapGrid(massRange: 0.1 + 0.2...47.3, couplingRange: 1.7e-5...0.1 * 3, columns: 5, rows: 4)),
            showsProjections: false,
            inputs: RunInputs(
                documents: ["a": digest, "b": digest], code: ["b": digest], files: ["dir/ö <x>.csv": digest]))
        let document = VOTableDocument(resources: [Resource(name: "map", infos: run.infos, params: run.params)])
        #expect(run.plane?.masses == 0.1 + 0.2...47.3 && run.plane?.couplings == 1.7e-5...0.1 * 3)
        #expect(try RecordedRun(VOTableDocument(document.serialized())) == run)
        // A slip in a name is an error, as in a file.
        let slip = run.params.map { param in
            var field = param.field
            if field.name == "scenario.icecube.gamma" { field.name = "scenario.icecube.gama" }
            return Param(field, value: param.value)
        }
        #expect(throws: ScenarioError.self) { try RecordedRun(VOTableDocument(params: slip)) }
    }
}
