import Documents
import NumericalMethods

extension PointBlock {
    /// The line of names above a table.
    public static func header(_ names: [String]) -> String { CSVText.record(names.map(CSVText.text)) }

    /// The rows with columns added behind, as lines of CSV, made on all cores.
    /// - Returns: parts that follow one another, each of whole lines, and whether no byte of it moves a cursor.
    public func csv(adding columns: [AddedColumn]) -> [(bytes: [UInt8], isPlain: Bool)] {
        switch rows {
        case .text(let block):
            Self.csv(count, columns, isPoint: { !block.masses[$0].isNaN }) { block.appendCells(of: $0, to: $1) }
        case .numPy(let block):
            Self.csv(count, columns, isPoint: { !block.masses[$0].isNaN }) { block.appendCells(of: $0, to: $1) }
        }
    }

    /// Of the rows that a core takes at once.
    private static let partCount = 1 << 12

    @inline(__always)
    private static func csv(
        _ count: Int, _ columns: [AddedColumn], isPoint: @Sendable (Int) -> Bool,
        _ appendCells: @Sendable (Int, ByteBuffer) -> Void
    ) -> [(bytes: [UInt8], isPlain: Bool)] {
        let cells = columns.map(CSVColumn.init)
        return Parallel.map((count + partCount - 1) / partCount) { part in
            let rows = part * partCount..<min((part + 1) * partCount, count)
            let buffer = ByteBuffer(capacity: rows.count * 96)
            for row in rows {
                appendCells(row, buffer)
                let isPoint = isPoint(row)
                for column in cells {
                    buffer.append(UInt8(ascii: ","))
                    if isPoint || !column.isOfPoints { column.append(row, to: buffer) }
                }
                buffer.append(0x0A)
            }
            return (Array(buffer.bytes), buffer.isPlain)
        }
    }
}

/// An added column with its words as bytes.
private struct CSVColumn: Sendable {
    let isOfPoints: Bool
    private let values: AddedColumn.Values
    private let words: [[UInt8]]

    init(_ column: AddedColumn) {
        (values, isOfPoints) = (column.values, column.isOfPoints)
        switch values {
        case .words(_, let among), .lists(_, _, let among): words = among.map { Array(CSVText.text($0).utf8) }
        case .count(let count): words = [Array(count.description.utf8)]
        case .numbers, .counts, .texts: words = []
        }
    }

    @inline(__always)
    func append(_ row: Int, to buffer: ByteBuffer) {
        switch values {
        case .words(let numbers, _): buffer.append(words[Int(numbers[row])])
        case .lists(let numbers, let ends, _):
            let start = row == 0 ? 0 : ends[row &- 1]
            for place in start..<ends[row] {
                if place > start { buffer.append(0x20) }
                buffer.append(words[Int(numbers[place])])
            }
        case .numbers(let numbers): NumberBytes.append(numbers[row], to: buffer)
        case .counts(let counts): NumberBytes.append(UInt64(counts[row]), to: buffer)
        case .count: buffer.append(words[0])
        case .texts(let texts): if let text = texts[row] { buffer.append(CSVText.text(text)) }
        }
    }
}
