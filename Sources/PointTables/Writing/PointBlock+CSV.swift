import Documents
import NumericalMethods

extension PointBlock {
    /// The line of names above a table.
    public static func header(_ names: [String]) -> String { CSVText.record(names.map(CSVText.text)) }

    /// The rows with columns added behind, as lines of CSV, made on all cores.
    /// - Returns: parts that follow one another, each of whole lines, and whether it is of ASCII alone.
    public func csv(adding columns: [AddedColumn]) -> [(bytes: [UInt8], isPlain: Bool)] {
        switch rows {
        case .text(let block):
            Self.csv(
                count, columns, isPoint: { !block.masses[$0].isNaN }, appendCells: { block.appendCells(of: $0, to: $1) })
        case .numPy(let block):
            Self.csv(
                count, columns, isPoint: { !block.masses[$0].isNaN }, appendCells: { block.appendCells(of: $0, to: $1) })
        }
    }

    /// Of the rows that a core takes at once.
    private static let partCount = 1 << 12

    @inline(__always)
    private static func csv(
        _ count: Int, _ columns: [AddedColumn], isPoint: @Sendable (Int) -> Bool,
        appendCells: @Sendable (Int, ByteBuffer) -> Void
    ) -> [(bytes: [UInt8], isPlain: Bool)] {
        let cells = CSVCells(columns)
        return Parallel.map((count + partCount - 1) / partCount) { part in
            let rows = part * partCount..<min((part + 1) * partCount, count)
            let buffer = ByteBuffer(capacity: rows.count * 96)
            for row in rows {
                appendCells(row, buffer)
                cells.append(row, isPoint: isPoint(row), to: buffer)
                buffer.append(0x0A)
            }
            return (Array(buffer.bytes), buffer.isPlain)
        }
    }
}
