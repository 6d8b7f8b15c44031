import Files
import VOTable

/// A file of numbers in columns; a first line may name them.
struct NumberFile: Sendable {
    /// The numbers of each line, with its number.
    private(set) var rows: [(line: Int, numbers: [Double])] = []

    /// Of the whole file.
    let sha256: SHA256

    static let greatestCount = 10_000

    /// - Parameters:
    ///   - columns: how many numbers a line has.
    ///   - count: how many lines there may be.
    /// - Throws: ``NumberFileError``
    init(_ path: String, columns: Int, count: ClosedRange<Int>) throws(NumberFileError) {
        let file: TextFile
        do { file = try TextFile(path) } catch { throw .unreadable(error) }
        sha256 = file.sha256
        for (position, line) in file.lines.enumerated() {
            let numbers = line.cells.compactMap { DecimalText.finiteNumber($0) }
            if position == 0, numbers.isEmpty { continue }
            guard line.cells.count == columns, numbers.count == columns else {
                throw .badLine(line.number, text: line.text)
            }
            rows.append((line.number, numbers))
        }
        guard count.contains(rows.count) else { throw .rowsOutOfRange(found: rows.count, allowed: count) }
    }

    /// One of the columns.
    func column(_ index: Int) -> [Double] { rows.map { $0.numbers[index] } }

    /// The line of a row of the table; rows count from 0, lines from 1.
    func line(ofRow row: Int) -> Int { rows.indices.contains(row) ? rows[row].line : row }
}

/// Why a file holds no table of numbers.
enum NumberFileError: Error, Sendable, Hashable {
    case unreadable(ReadingError)
    /// A line, from 1, that is not so many finite numbers.
    case badLine(Int, text: String)
    case rowsOutOfRange(found: Int, allowed: ClosedRange<Int>)
}
