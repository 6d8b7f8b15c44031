import Foundation

extension Table {
    /// How the rows of a table are written.
    public enum Encoding: Sendable, Hashable {
        /// As text, which every reader and every editor shows (TABLEDATA, VOTable §5.1).
        case text
        /// As a stream of bytes in base64 (BINARY2, VOTable §5.4): half the size for numbers with all their digits. A table
        /// with columns of integers or bits is written as text all the same.
        case binary
    }
}

/// The rows of a BINARY2 stream: big-endian, before each row a bit for each cell, set where it is null.
struct BinaryRows {
    private var bytes: [UInt8] = []

    /// nil where a column is of a type that is written as text alone.
    init?(_ columns: [(VOTableField, Column)], count: Int) {
        let known: Set<Datatype> = [.double, .float, .boolean, .char, .unicodeChar]
        guard columns.allSatisfy({ known.contains($0.0.datatype) }) else { return nil }
        for row in 0..<count {
            var flags = [UInt8](repeating: 0, count: (columns.count + 7) / 8)
            for (index, (_, column)) in columns.enumerated() where column.isNull(row) {
                flags[index / 8] |= 0x80 >> UInt8(index % 8)
            }
            bytes += flags
            for (field, column) in columns { append(column, row, field) }
        }
    }

    /// In lines of 76 characters, as MIME has them.
    var base64: String {
        Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    }

    private mutating func append(_ column: Column, _ row: Int, _ field: VOTableField) {
        switch column {
        case .numbers(let values):
            let number = values[row] ?? .nan
            if field.datatype == .float {
                append(UInt64(Float(number).bitPattern), width: 4)
            } else {
                append(number.bitPattern, width: 8)
            }
        case .texts(let values):
            if field.datatype == .unicodeChar {
                append(values[row].utf16.map(UInt64.init), width: 2, field.arraysize)
            } else {
                append(values[row].utf8.map(UInt64.init), width: 1, field.arraysize)
            }
        case .truths(let values):
            bytes.append(values[row].map { UInt8(ascii: $0 ? "T" : "F") } ?? UInt8(ascii: "?"))
        case .skipped: break
        }
    }

    /// Behind their number where that is each cell's to say; else cut or filled with zeros.
    private mutating func append(_ units: [UInt64], width: Int, _ size: ArraySize) {
        let count =
            switch size {
            case .single: 1
            case .fixed(let count): count
            case .variable: units.count
            }
        if size == .variable { append(UInt64(count), width: 4) }
        for index in 0..<count { append(index < units.count ? units[index] : 0, width: width) }
    }

    private mutating func append(_ bits: UInt64, width: Int) {
        for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
    }
}

extension Column {
    fileprivate func isNull(_ row: Int) -> Bool {
        switch self {
        case .numbers(let values): values[row] == nil
        case .truths(let values): values[row] == nil
        case .texts, .skipped: false
        }
    }
}
