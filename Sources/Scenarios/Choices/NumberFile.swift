import ConstraintKit
import CurveFormats
import Files

/// A file of numbers in columns; a first line may name them.
struct NumberFile: Sendable {
    /// The numbers of each line, with its number.
    private(set) var rows: [(line: Int, numbers: [Double])] = []

    /// Of the whole file.
    let sha256: SHA256

    static let greatestCount = 10_000

    /// - Parameters:
    ///   - abscissa: what the first column holds; a heading that says something else is refused.
    ///   - columns: how many numbers a line has.
    ///   - count: how many lines there may be.
    /// - Throws: ``NumberFileError``
    init(
        _ path: String, abscissa: NumberHeading.Abscissa, columns: Int, count: ClosedRange<Int>
    ) throws(NumberFileError) {
        func refuse(_ heading: NumberHeading, at line: Int) throws(NumberFileError) {
            if case .energies(let unit) = abscissa, let found = heading.otherUnit(than: unit) {
                throw .otherUnit(line, found: found, expected: unit)
            }
            if let found = heading.otherQuantity(than: abscissa) { throw .otherQuantity(line, found: found) }
        }
        let file: TextFile
        do { file = try TextFile(path) } catch { throw .unreadable(error) }
        sha256 = file.sha256
        // The remark above the rows may be a heading: `# E [TeV] flux`.
        if let first = file.lines.first, let line = file.remarks.last(where: { $0.number < first.number }) {
            let heading = NumberHeading(line.cells)
            if heading.isMeant(forColumns: columns) { try refuse(heading, at: line.number) }
        }
        for (position, line) in file.lines.enumerated() {
            let numbers = line.cells.compactMap(Self.number)
            if position == 0, !line.cells.contains(where: Self.looksLikeNumber) {
                try refuse(NumberHeading(line.cells), at: line.number)
                continue
            }
            guard line.cells.count == columns, numbers.count == columns else {
                throw .badLine(line.number, text: line.text)
            }
            rows.append((line.number, numbers))
        }
        guard count.contains(rows.count) else { throw .rowsOutOfRange(found: rows.count, allowed: count) }
    }

    /// As people and programs write numbers, Fortran's `1.D3` too.
    private static func number(_ cell: Substring) -> Double? {
        guard case .number(let number) = PointCell(String(cell), hasDecimalComma: false), number.isFinite else {
            return nil
        }
        return number
    }

    /// Whether a cell is a number, or was to be one: `1e-1O`, `<1e3`. A heading has none.
    private static func looksLikeNumber(_ cell: Substring) -> Bool {
        guard let first = cell.drop(while: { "+-.<>≤≥~".contains($0) }).first else { return true }
        return first.isNumber
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
    /// A heading that says another unit than the numbers are read in; its line, from 1.
    case otherUnit(Int, found: EnergyUnit, expected: EnergyUnit)
    /// A heading that calls a column as what is not read; its line, from 1.
    case otherQuantity(Int, found: String)
    case rowsOutOfRange(found: Int, allowed: ClosedRange<Int>)
}
