import CurveFormats
import NumericalMethods

/// Some rows of a file of NumPy.
final class NumPyBlock: Sendable {
    /// Of each source.
    private let bytes: [[UInt8]]
    private let sizes: [Int]
    private let columns: [NumPyColumns.Column]
    private let axes: PointAxes
    private let firstRow: Int
    let count: Int
    let masses: [Double]
    let couplings: [Double]

    init(
        _ bytes: [[UInt8]], sizes: [Int], _ columns: [NumPyColumns.Column], _ axes: PointAxes, firstRow: Int, count: Int
    ) {
        (self.bytes, self.sizes, self.columns, self.axes) = (bytes, sizes, columns, axes)
        (self.firstRow, self.count) = (firstRow, count)
        var values: [[Double]] = []
        for axis in [axes.mass, axes.coupling] {
            let column = columns[axis.column]
            let size = sizes[column.source]
            let source = bytes[column.source]
            let parts = Parallel.map((count + Self.partCount - 1) / Self.partCount) { part in
                let rows = part * Self.partCount..<min((part + 1) * Self.partCount, count)
                return source.withUnsafeBytes { source in
                    rows.map { row in
                        let number = column.type.number(source.baseAddress! + (row * size + column.offset))
                        let value = axis.shift == 0 && axis.isPlain ? number : axis.value(asRead: number)
                        return value > 0 && value < .infinity ? value : .nan
                    }
                }
            }
            values.append(parts.flatMap(\.self))
        }
        for row in 0..<count where values[0][row].isNaN || values[1][row].isNaN {
            (values[0][row], values[1][row]) = (.nan, .nan)
        }
        (masses, couplings) = (values[0], values[1])
    }

    /// Of the rows that a core takes at once.
    private static let partCount = 1 << 13

    @inline(__always)
    private func withValue<Value>(_ row: Int, _ column: Int, _ body: (NumPyType, UnsafeRawPointer) -> Value) -> Value {
        let place = columns[column]
        return bytes[place.source].withUnsafeBytes {
            body(place.type, $0.baseAddress! + (row * sizes[place.source] + place.offset))
        }
    }

    /// The number of a row, from 1.
    func place(of row: Int) -> Int { firstRow + row }

    func fault(of row: Int) -> RowFault? {
        guard masses[row].isNaN else { return nil }
        for (part, axis) in [(RowFault.PointPart.mass, axes.mass), (.coupling, axes.coupling)] {
            let number = withValue(row, axis.column) { $0.number($1) }
            if number.isNaN { return .missing(part) }
            let value = axis.value(asRead: number)
            if !(value > 0 && value < .infinity) {
                return .notPositive(part, text: withValue(row, axis.column) { $0.text($1) })
            }
        }
        return .missing(.mass)
    }

    func texts(of row: Int) -> [String] {
        columns.indices.map { column in withValue(row, column) { $0.text($1) } }
    }

    func appendCells(of row: Int, to buffer: ByteBuffer) {
        for column in columns.indices {
            if column > 0 { buffer.append(UInt8(ascii: ",")) }
            withValue(row, column) { type, value in
                if type.isNumeric { return type.append(value, to: buffer) }
                var text = type.text(value)
                text.withUTF8 { CSVCell.append($0, to: buffer) { _ in false } }
            }
        }
    }

    func type(of column: Int) -> NumPyType { columns[column].type }

    /// The bytes of a column one behind another, as NumPy keeps them.
    func appendRaw(_ column: Int, to buffer: ByteBuffer) {
        let size = columns[column].type.size
        buffer.reserve(size * count)
        for row in 0..<count {
            withValue(row, column) { buffer.append(UnsafeRawBufferPointer(start: $1, count: size)) }
        }
    }
}
