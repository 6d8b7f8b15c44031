import ConstraintKit
import Testing

@testable import CurveFormats

@Suite struct PlausibilityTests {
    private func read(_ rows: String, fields: String = TestInput.defaultFields, insists: Bool = false) throws
        -> ReadDocument
    {
        var options = ImportOptions()
        options.insists = insists
        return try readDocument(TestInput.votable(fields: fields, rows: rows), name: "a.xml", options: options)
    }

    @Test func aColumnOverwrittenByTheMassIsRefusedUnlessInsisted() throws {
        let rows = "<TR><TD>1</TD><TD>1</TD></TR><TR><TD>3</TD><TD>3</TD></TR>"
        let finding = PlausibilityFinding.massEqualsCoupling(table: "observed")
        #expect(throws: CurveFormatError.implausible([finding])) { try read(rows) }
        #expect(try read(rows, insists: true).warnings == [.implausible(finding)])
    }

    @Test func milliIsRefused() {
        let fields = TestInput.defaultFields.replacing("MeV", with: "meV")
        let error = #expect(throws: CurveFormatError.self) {
            try read("<TR><TD>1</TD><TD>1e-4</TD></TR>", fields: fields)
        }
        #expect(error == .implausible([.massesOutOfRange(lower: 1e-9, upper: 1e-9, table: "observed")]))
    }

    @Test func aFractionGivenAsAPercentageIsRefused() {
        let params = TestInput.defaultParams.replacing(#"value="0.90""#, with: #"unit="%" value="0.90""#)
        let finding = PlausibilityFinding.lowConfidenceLevel(value: 0.009, table: "observed")
        #expect(throws: CurveFormatError.implausible([finding])) {
            try readDocument(TestInput.votable(params: params), name: "a.xml")
        }
    }

    @Test func aWideStepIsTold() throws {
        let rows = "<TR><TD>1</TD><TD>1e-4</TD></TR><TR><TD>3</TD><TD>2e-2</TD></TR>"
        let warnings = try read(rows).warnings
        guard case .implausible(.wideStep(.coupling, let decades, mass: 1, table: "observed")) = warnings.first else {
            Issue.record("no step found: \(warnings)")
            return
        }
        // log₁₀ 200, to the rounding of a division and a logarithm.
        #expect(abs(decades - 2.301029995663981) < 1e-14)
    }

    @Test func aGapIsNoStep() throws {
        let rows = "<TR><TD>1</TD><TD>1e-4</TD></TR><TR><TD>2</TD><TD/></TR><TR><TD>3</TD><TD>2e-2</TD></TR>"
        #expect(try read(rows).warnings == [.rowsWithoutValue(table: "observed", rows: 1)])
    }
}
