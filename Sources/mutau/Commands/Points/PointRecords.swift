import AllowedRegion
import Answers
import Asking
import Assessment
import ConstraintKit
import Documents
import NumericalMethods
import PointTables

/// The points of a table as lines of JSON, below one that has what holds for all of them.
struct PointRecords {
    let stream: PointStream
    /// nil where each line has what columns have.
    let verdicts: Verdicts?

    /// What every bound says of some points, in their order.
    typealias Verdicts = ([(mass: Mass, coupling: Coupling)]) -> [Result<PointAssessment, any Error>]

    /// Of the rows that a core takes at once.
    private static let partCount = 256

    /// Lines for the rows of a block: parts that follow one another.
    func lines(
        _ block: PointBlock, _ table: PointTable, _ answers: PointAnswers, _ tally: inout PointTally
    ) throws -> [JSONLine] {
        let stream = stream
        guard let verdicts else {
            let rows = try answers.rows(block, &tally)
            return try lines(block, table) { row, input, line in
                switch rows(row) {
                case .success(let found): try stream.write(found, input: input, to: &line)
                case .failure(let fault): try stream.write(invalid: fault.reason, input: input, to: &line)
                }
            }
        }
        let (masses, couplings) = (block.masses, block.couplings)
        let rows = masses.indices.filter { !masses[$0].isNaN }
        let points = try rows.map { row in
            (mass: try Mass(inMeV: masses[row]), coupling: try Coupling(couplings[row]))
        }
        var failures: [Int: String] = [:]
        var assessments = [PointAssessment?](repeating: nil, count: block.count)
        for (row, answer) in zip(rows, verdicts(points)) {
            switch answer {
            case .success(let assessment): assessments[row] = assessment
            case .failure(let error): failures[row] = ErrorText.words(for: error)
            }
        }
        let (reasons, all) = (tally.reasons(block, failures: failures), assessments)
        return try lines(block, table) { row, input, line in
            if let assessment = all[row] {
                try stream.write(assessment, input: input, to: &line)
            } else {
                try stream.write(invalid: reasons[row] ?? "", input: input, to: &line)
            }
        }
    }

    /// - Parameter write: a row, with what it has beside.
    private func lines(
        _ block: PointBlock, _ table: PointTable,
        _ write: @Sendable (Int, [JSONValue.Member], inout JSONLine) throws -> Void
    ) throws -> [JSONLine] {
        let every = AddedColumn.names(table.names, beside: []).enumerated().map {
            (column: $0.offset, name: $0.element)
        }
        let beside = every.filter { $0.column != table.axes.mass.column && $0.column != table.axes.coupling.column }
        let masses = block.masses
        return try Parallel.map((masses.count + Self.partCount - 1) / Self.partCount) { part in
            var line = JSONLine()
            for row in part * Self.partCount..<min((part + 1) * Self.partCount, masses.count) {
                // A row that is no point has nothing but its texts to be known by.
                let shown = masses[row].isNaN ? every : beside
                let texts = shown.isEmpty ? [] : block.texts(of: row)
                try write(row, shown.map { JSONValue.Member($0.name, .text(texts[$0.column])) }, &line)
            }
            return line
        }
    }
}
