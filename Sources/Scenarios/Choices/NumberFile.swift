/// A file of numbers in columns; a first line may name them.
struct NumberFile {
    /// The numbers of each line, with its number.
    private(set) var rows: [(line: Int, numbers: [Double])] = []

    static let greatestCount = 10_000

    /// - Parameters:
    ///   - columns: how many numbers a line has.
    ///   - expected: what a line holds, for a message.
    ///   - count: how many lines there may be.
    /// - Throws: ``ChoiceError``
    init(_ path: String, columns: Int, expected: String, count: ClosedRange<Int>) throws(ChoiceError) {
        for (position, line) in try TextFile(path).lines.enumerated() {
            let numbers = line.cells.compactMap { Double($0) }
            if position == 0, numbers.isEmpty { continue }
            guard line.cells.count == columns, numbers.count == columns, numbers.allSatisfy(\.isFinite) else {
                throw .badLine(path: path, line: line.number, text: line.text, expected: expected)
            }
            rows.append((line.number, numbers))
        }
        guard count.contains(rows.count) else { throw .rowsOutOfRange(path: path, found: rows.count, allowed: count) }
    }

    /// One of the columns.
    func column(_ index: Int) -> [Double] { rows.map { $0.numbers[index] } }

    /// The line of a row of the table; rows count from 0, lines from 1.
    func line(ofRow row: Int) -> Int { rows.indices.contains(row) ? rows[row].line : row }

    /// Whether a text names a file, as that of a data set does.
    static func isPath(_ text: String) -> Bool {
        text.contains("/") || [".csv", ".dat", ".txt"].contains { text.hasSuffix($0) }
    }
}
