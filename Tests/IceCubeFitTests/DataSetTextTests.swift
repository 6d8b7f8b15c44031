import ConstraintKit
import Testing

@testable import IceCubeFit

/// Spectra as comma-separated text, right and wrong.
@Suite struct DataSetTextTests {
    private static let text = """
        # channel: cascades
        # title: Mine: of today
        # confidence_level: 0.9
        # just a remark
        E_low_TeV,E_high_TeV,E2Phi,err_minus,err_plus,upper_limit,used,colour
        10, 100, 2e-8, 1e-8, 1.5e-8,,true,red

        100,1000,,,,4e-9,false,blue
        """

    private static func changed(_ old: String, _ new: String) -> String { text.replacing(old, with: new) }

    @Test(arguments: ["\n", "\r\n"]) func readsWhatIsGiven(_ lineEnd: String) throws {
        let dataSet = try DataSet(csv: Self.text.replacing("\n", with: lineEnd), stem: "mine")
        #expect(dataSet.stem == "mine" && dataSet.title == "Mine: of today" && dataSet.channel == .cascades)
        #expect(dataSet.limitConfidenceLevel == .stated(0.9) && dataSet.status == .unvalidated)
        #expect(dataSet.segments.map(\.lowerEdge) == [1e4, 1e5])
        #expect(dataSet.segments.map(\.measurement) == [.flux(2e-8, minus: 1e-8, plus: 1.5e-8), .upperLimit(4e-9)])
        #expect(dataSet.segments.map(\.isUsedByDefault) == [true, false])
    }

    /// Spreadsheets write a byte order mark before the text, whichever line comes first.
    @Test func aByteOrderMarkSaysNothing() throws {
        let plain = try DataSet(csv: Self.text, stem: "mine")
        #expect(try DataSet(csv: "\u{FEFF}" + Self.text, stem: "mine") == plain)
        let provisional = try DataSet(csv: "\u{FEFF}# provisional: true\n" + Self.text, stem: "mine")
        #expect(provisional.isProvisional)
    }

    @Test func whatIsProvisionalSaysSo() throws {
        #expect(try !DataSet(csv: Self.text, stem: "mine").isProvisional)
        let marked = try DataSet(csv: "# provisional: true\n" + Self.text, stem: "mine")
        #expect(marked.isProvisional && marked.markedTitle == "Mine: of today (provisional)")
        #expect(throws: DataSetError.unusableParameter(stem: "mine", name: "provisional", text: "perhaps")) {
            try DataSet(csv: "# provisional: perhaps\n" + Self.text, stem: "mine")
        }
    }

    @Test func doesWithoutLimitsAndChoice() throws {
        let text = "# channel: tracks\nE_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus\n1e4,1e5,2e-8,1e-8,1e-8\n"
        #expect(try DataSet(csv: text, stem: "mine").defaultSegments.count == 1)
    }

    @Test(arguments: [
        ("# channel: cascades", "", DataSetError.parameterMissing(stem: "mine", name: "channel")),
        ("cascades", "showers", .unusableParameter(stem: "mine", name: "channel", text: "showers")),
        ("0.9", "90", .unusableParameter(stem: "mine", name: "confidence_level", text: "90.0")),
        ("E_low_TeV", "E_min_TeV", .columnMissing(stem: "mine", name: "E_low_GeV")),
        ("E_low_TeV", "E_low_THz", .unknownUnit(stem: "mine", column: "E_low", unit: "THz")),
        ("E2Phi,", "Phi,", .columnMissing(stem: "mine", name: "E2Phi")),
        ("true,red", "true", .wrongFieldCount(stem: "mine", line: 6, found: 7, expected: 8)),
        ("2e-8", "2,0e-8", .wrongFieldCount(stem: "mine", line: 6, found: 9, expected: 8)),
        ("2e-8", "2d-8", .unusableCell(stem: "mine", line: 6, column: "E2Phi", text: "2d-8")),
        ("2e-8", "nan", .unusableCell(stem: "mine", line: 6, column: "E2Phi", text: "nan")),
        ("2e-8", "inf", .unusableCell(stem: "mine", line: 6, column: "E2Phi", text: "inf")),
        ("true", "yes", .unusableCell(stem: "mine", line: 6, column: "used", text: "yes")),
        (" 1e-8,", "0,", .unusableSegment(stem: "mine", row: 1, reason: .unusableError(0))),
        (" 1e-8,", ",", .errorMissing(stem: "mine", row: 1)),
        ("4e-9", "", .ambiguousMeasurement(stem: "mine", row: 2)),
        ("10, 100", "10, 200", .overlappingSegments(stem: "mine", upperEdge: 2e5, nextLowerEdge: 1e5)),
    ])
    func saysWhatIsWrong(_ old: String, _ new: String, _ error: DataSetError) {
        #expect(throws: error) { try DataSet(csv: Self.changed(old, new), stem: "mine") }
    }

    @Test(arguments: ["", "\n\n", "# channel: tracks"]) func refusesWhatHasNoTable(_ text: String) {
        #expect(throws: DataSetError.self) { try DataSet(csv: text, stem: "mine") }
    }

    @Test func refusesALongTable() {
        let rows = String(repeating: "1,2,1e-8,1e-8,1e-8\n", count: 5000)
        #expect(throws: DataSetError.tooManySegments(stem: "mine", count: 5000, maximum: 1000)) {
            try DataSet(
                csv: "# channel: tracks\nE_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus\n" + rows, stem: "mine")
        }
    }

    @Test func refusesAPathAsAName() {
        #expect(throws: DataSetError.unusableStem("../mine")) { try DataSet(csv: Self.text, stem: "../mine") }
    }
}
