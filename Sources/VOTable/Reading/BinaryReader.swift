/// What is wrong with binary data. Rows count from 1.
enum BinaryFault: Error {
    case broken(row: Int, field: String?)
    case tooManyCells
    case arrayTooLong
}

/// The rows of a BINARY or BINARY2 stream (VOTable §5.3, §5.4): big-endian, one cell after another.
struct BinaryReader {
    private let bytes: [UInt8]
    private var position = 0
    /// BINARY2 begins each row with one bit for each cell: set where it is null.
    private let hasNullFlags: Bool
    private let arrayLimit: Int
    private let cellLimit: Int
    private var row = 0

    init(_ bytes: [UInt8], hasNullFlags: Bool, arrayLimit: Int, cellLimit: Int) {
        self.bytes = bytes
        self.hasNullFlags = hasNullFlags
        self.arrayLimit = arrayLimit
        self.cellLimit = cellLimit
    }

    /// Reads to the end of the data.
    /// - Returns: the number of rows.
    mutating func readRows(into columns: inout [ColumnBuilder]) throws(BinaryFault) -> Int {
        if let width = rowWidth(of: columns.map(\.field)), width > 0 {
            guard bytes.count / width * columns.count <= cellLimit else { throw .tooManyCells }
        }
        while position < bytes.count {
            row += 1
            // A row takes at least a byte for each cell, so without columns bytes would never be used up.
            guard !columns.isEmpty else { throw .broken(row: row, field: nil) }
            guard row * columns.count <= cellLimit else { throw .tooManyCells }
            let flags = hasNullFlags ? try take((columns.count + 7) / 8, of: nil) : 0..<0
            for index in columns.indices {
                let isNull = hasNullFlags && bytes[flags.lowerBound + index / 8] & (0x80 >> UInt8(index % 8)) != 0
                try readCell(into: &columns[index], isNull: isNull)
            }
        }
        return row
    }

    /// Bytes of a row; nil where that is for each row to say.
    private func rowWidth(of fields: [VOTableField]) -> Int? {
        var width = hasNullFlags ? (fields.count + 7) / 8 : 0
        for field in fields {
            switch field.arraysize {
            case .single: width += Self.width(of: 1, field.datatype)
            case .fixed(let count): width += Self.width(of: count, field.datatype)
            case .variable: return nil
            }
        }
        return width
    }

    private static func width(of count: Int, _ datatype: Datatype) -> Int {
        datatype == .bit ? (count + 7) / 8 : count * datatype.width
    }

    private mutating func readCell(into column: inout ColumnBuilder, isNull: Bool) throws(BinaryFault) {
        let field = column.field
        let count = try elementCount(of: field)
        let cell = try take(Self.width(of: count, field.datatype), of: field)
        if isNull { return column.appendNull() }
        switch column.storage {
        case .skipped: column.appendSkipped()
        case .texts: column.append(text: text(in: cell, of: field.datatype))
        case .truths: column.append(truth: try truth(bytes[cell.lowerBound], of: field))
        case .numbers: append(number: cell, to: &column)
        }
    }

    /// How many primitives the next cell holds; a variable one says so in four bytes before it.
    private mutating func elementCount(of field: VOTableField) throws(BinaryFault) -> Int {
        switch field.arraysize {
        case .single: return 1
        case .fixed(let count): return count
        case .variable:
            let count = Int(bigEndian(try take(4, of: field)))
            guard count <= arrayLimit else { throw .arrayTooLong }
            return count
        }
    }

    private mutating func take(_ count: Int, of field: VOTableField?) throws(BinaryFault) -> Range<Int> {
        guard count <= bytes.count - position else { throw .broken(row: row, field: field?.name) }
        defer { position += count }
        return position..<position + count
    }

    private func bigEndian(_ range: Range<Int>) -> UInt64 {
        bytes[range].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func append(number range: Range<Int>, to column: inout ColumnBuilder) {
        let bits = bigEndian(range)
        switch column.field.datatype {
        case .double: column.append(number: Double(bitPattern: bits))
        case .float: column.append(number: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case .long: column.append(integer: Int64(bitPattern: bits))
        case .int: column.append(integer: Int64(Int32(truncatingIfNeeded: bits)))
        case .short: column.append(integer: Int64(Int16(truncatingIfNeeded: bits)))
        case .bit: column.append(integer: Int64(bits >> 7 & 1))
        default: column.append(integer: Int64(UInt8(truncatingIfNeeded: bits)))
        }
    }

    private func truth(_ byte: UInt8, of field: VOTableField) throws(BinaryFault) -> Bool? {
        switch byte {
        case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "1"): return true
        case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "0"): return false
        case 0, UInt8(ascii: " "), UInt8(ascii: "?"): return nil
        default: throw .broken(row: row, field: field.name)
        }
    }

    /// A text ends at its first zero.
    private func text(in range: Range<Int>, of datatype: Datatype) -> String {
        guard datatype == .unicodeChar else {
            return String(decoding: bytes[range].prefix { $0 != 0 }, as: UTF8.self)
        }
        let units = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2)
            .map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }
}
