import AllowedRegion
import Answers
import Asking
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import NumericalMethods
import PointTables

/// The points of a table as records of JSON, each as `check` gives a point.
struct PointRecords {
    /// What is said of some points, in their order.
    let assess: ([(mass: Mass, coupling: Coupling)]) -> [Result<PointAssessment, any Error>]
    /// The bounds that take no part because they are not at hand.
    let missing: MissingBounds

    /// A line for each row.
    func lines(_ block: PointBlock, _ table: PointTable, _ tally: inout PointTally) throws -> String {
        let faulty = Set(block.faulty)
        let rows = (0..<block.count).filter { !faulty.contains($0) }
        let points = try rows.map { row in
            (mass: try Mass(inMeV: block.masses[row]), coupling: try Coupling(block.couplings[row]))
        }
        let answers = assess(points)
        var failures: [Int: String] = [:]
        var assessments: [Int: PointAssessment] = [:]
        for (row, answer) in zip(rows, answers) {
            switch answer {
            case .success(let assessment): assessments[row] = assessment
            case .failure(let error): failures[row] = ErrorText.words(for: error)
            }
        }
        let reasons = tally.reasons(block, failures: failures)
        let every = Self.columns(of: table)
        let beside = every.filter { $0.column != table.axes.mass.column && $0.column != table.axes.coupling.column }
        let stream = AssessmentStream(missing: missing)
        let (all, missingReason) = (assessments, "")
        return try Parallel.map(block.count, chunk: 64) { row in
            let assessment = all[row]
            // A row that is no point has nothing but its texts to be known by.
            let shown = assessment == nil ? every : beside
            let texts = shown.isEmpty ? [] : block.texts(of: row)
            let input = shown.map { JSONValue.Member($0.name, .text(texts[$0.column])) }
            if let assessment { return try stream.line(assessment, input: input) }
            return stream.line(invalid: reasons[row] ?? missingReason, input: input)
        }.joined()
    }

    /// The columns with names of which none is there twice.
    private static func columns(of table: PointTable) -> [(column: Int, name: String)] {
        AddedColumn.names(table.names, beside: []).enumerated().map { ($0.offset, $0.element) }
    }
}
