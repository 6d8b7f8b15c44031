import CurveFormats
import NumericalMethods

/// Some rows of a text, read on all cores.
final class TextBlock: Sendable {
    private let bytes: [UInt8]
    private let reader: RowReader
    /// The number of the first line.
    private let firstLine: Int
    let rows: [Span]
    let masses: [Double]
    let couplings: [Double]
    /// How many lines it has.
    let lines: Int
    /// The number of the first line that is longer than any row; nil where there is none.
    let longLine: Int?

    /// Where a row stands.
    struct Span: Sendable {
        var start: UInt32
        var count: UInt32
        /// From the first of the block, from 0.
        var line: UInt32
        var isPlain: Bool
    }

    private struct Part: Sendable {
        var rows: [Span] = []
        var masses: [Double] = []
        var couplings: [Double] = []
        var lines = 0
        /// From the first, from 0.
        var longLine: Int?
    }

    /// - Parameter bytes: whole lines.
    init(_ bytes: [UInt8], _ reader: RowReader, firstLine: Int) {
        (self.bytes, self.reader, self.firstLine) = (bytes, reader, firstLine)
        let cuts = Self.cuts(bytes)
        let parts = Parallel.map(cuts.count - 1) { number in
            Self.part(bytes, cuts[number]..<cuts[number + 1], reader)
        }
        var all = Part()
        let count = parts.reduce(0) { $0 + $1.rows.count }
        all.rows.reserveCapacity(count)
        for part in parts {
            let offset = UInt32(all.lines)
            all.rows += offset == 0 ? part.rows : part.rows.map { $0.moved(by: offset) }
            if all.longLine == nil { all.longLine = part.longLine.map { all.lines + $0 } }
            all.lines += part.lines
        }
        (rows, lines) = (all.rows, all.lines)
        longLine = all.longLine.map { firstLine + $0 }
        masses = parts.count == 1 ? parts[0].masses : parts.flatMap(\.masses)
        couplings = parts.count == 1 ? parts[0].couplings : parts.flatMap(\.couplings)
    }

    /// Of what a core takes at once [byte].
    private static let partSize = 1 << 16

    /// Where the parts begin, and the end.
    private static func cuts(_ bytes: [UInt8]) -> [Int] {
        var cuts = [0]
        while let last = cuts.last, bytes.count - last > 2 * partSize,
            let end = bytes[(last + partSize)...].firstIndex(of: 0x0A)
        {
            cuts.append(end + 1)
        }
        return cuts.last == bytes.count ? cuts : cuts + [bytes.count]
    }

    private static func part(_ bytes: [UInt8], _ range: Range<Int>, _ reader: RowReader) -> Part {
        var part = Part()
        // Rows are longer than this as a rule.
        part.rows.reserveCapacity(range.count / 16)
        part.masses.reserveCapacity(range.count / 16)
        part.couplings.reserveCapacity(range.count / 16)
        bytes.withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            while start < range.upperBound {
                var end = start
                while end < range.upperBound, bytes[end] != 0x0A { end &+= 1 }
                if end &- start > TextRows.longestLine, part.longLine == nil { part.longLine = part.lines }
                var line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    .trimmedLine(separator: reader.layout.separator)
                if var row = reader.row(line) {
                    // Only a row that is no point is looked at for a remark that makes it none.
                    if row.mass.isNaN, let bare = reader.withoutRemark(line), let own = reader.row(bare) {
                        (line, row) = (bare, own)
                    }
                    let offset = line.baseAddress.map { $0 - (bytes.baseAddress ?? $0) } ?? start
                    part.rows.append(
                        Span(
                            start: UInt32(offset), count: UInt32(line.count), line: UInt32(part.lines),
                            isPlain: row.isPlain))
                    part.masses.append(row.mass)
                    part.couplings.append(row.coupling)
                }
                part.lines &+= 1
                start = end &+ 1
            }
        }
        return part
    }

    private func withLine<Value>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let span = rows[row]
        return bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(span.start)..<Int(span.start) + Int(span.count)]))
        }
    }

    /// Whether a comma stands for the point of its numbers.
    var hasDecimalComma: Bool { reader.layout.hasDecimalComma }

    /// The number of a row's line, from 1.
    func place(of row: Int) -> Int { firstLine + Int(rows[row].line) }

    /// nil where the row is a point.
    func fault(of row: Int) -> RowFault? { masses[row].isNaN ? withLine(row, reader.fault) : nil }

    func texts(of row: Int) -> [String] { withLine(row, reader.texts) }

    @inline(__always)
    func appendCells(of row: Int, to buffer: ByteBuffer) {
        let isPlain = rows[row].isPlain
        withLine(row) { line in
            if isPlain { buffer.append(line) } else { reader.appendCells(of: line, to: buffer) }
        }
    }
}

extension TextBlock.Span {
    fileprivate func moved(by lines: UInt32) -> Self {
        var span = self
        span.line += lines
        return span
    }
}
