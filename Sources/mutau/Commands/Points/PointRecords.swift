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
            return try lines(block, table) { row, cells, line in
                switch rows(row) {
                case .success(let found): try stream.write(found, input: cells.beside(), to: &line)
                case .failure(let fault): try stream.write(invalid: fault.reason, input: cells.all(), to: &line)
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
        return try lines(block, table) { row, cells, line in
            if let assessment = all[row] {
                try stream.write(assessment, input: cells.beside(), to: &line)
            } else {
                try stream.write(invalid: reasons[row] ?? "", input: cells.all(), to: &line)
            }
        }
    }

    /// The texts of a row, by the names of their columns.
    private struct Cells {
        let block: PointBlock
        let row: Int
        let columns: (every: [(column: Int, name: String)], beside: [(column: Int, name: String)])

        /// A row without an answer has nothing but its texts to be known by.
        func all() -> [JSONValue.Member] { members(columns.every) }

        /// Those that the answer does not say: all but mass and coupling.
        func beside() -> [JSONValue.Member] { members(columns.beside) }

        private func members(_ shown: [(column: Int, name: String)]) -> [JSONValue.Member] {
            guard !shown.isEmpty else { return [] }
            let texts = block.texts(of: row)
            return shown.map { JSONValue.Member($0.name, .text(texts[$0.column])) }
        }
    }

    /// - Parameter write: a row, with what its columns have.
    private func lines(
        _ block: PointBlock, _ table: PointTable, _ write: @Sendable (Int, Cells, inout JSONLine) throws -> Void
    ) throws -> [JSONLine] {
        let every = AddedColumn.names(table.names, beside: []).enumerated().map {
            (column: $0.offset, name: $0.element)
        }
        let beside = every.filter { $0.column != table.axes.mass.column && $0.column != table.axes.coupling.column }
        let count = block.count
        return try Parallel.map((count + Self.partCount - 1) / Self.partCount) { part in
            var line = JSONLine()
            for row in part * Self.partCount..<min((part + 1) * Self.partCount, count) {
                try write(row, Cells(block: block, row: row, columns: (every, beside)), &line)
            }
            return line
        }
    }
}
