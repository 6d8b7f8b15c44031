import CurveFormats
import Documents
import Files

/// Writes a table with columns added as an archive of NumPy, an array for each column.
///
/// The columns come row by row and are written one after another: they are kept in files beside the archive until then.
public final class NpzWriter {
    private let file: GrowingFile
    private let names: [String]
    private let table: PointTable
    private let path: String
    private var columns: [ColumnSpool] = []
    private var rows = 0

    /// - Parameters:
    ///   - names: of all columns, the added ones last.
    ///   - path: of a file; what is no file can't be written so.
    /// - Throws: `WritingError`
    public init(_ path: String, _ table: PointTable, names: [String]) throws {
        self.path = path
        self.table = table
        self.names = Self.memberNames(names)
        file = try GrowingFile(replacing: path)
    }

    /// Names of files in an archive: no folders, none twice.
    private static func memberNames(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.enumerated().map { column, name in
            var clean = String(
                PlainText.clean(name).map { "/\\:".contains($0) ? "_" : $0 }.prefix(100))
            if clean.isEmpty { clean = "column_\(column + 1)" }
            if clean.first == "." { clean = "_" + clean.dropFirst() }
            let bare = clean
            var number = 2
            while !known.insert(clean).inserted {
                clean = "\(bare)_\(number)"
                number += 1
            }
            return clean
        }
    }

    /// - Throws: `WritingError`
    public func add(_ block: PointBlock, adding added: [AddedColumn]) throws(WritingError) {
        if columns.isEmpty { try begin(block, added) }
        switch block.rows {
        case .text(let text):
            for row in 0..<block.count {
                for (column, cell) in text.texts(of: row).enumerated() { columns[column].append(cell) }
            }
        case .numPy(let arrays):
            for column in table.names.indices { columns[column].append(arrays, column) }
        }
        for (column, values) in zip(columns[table.names.count...], added) {
            Self.append(values.values, count: block.count, to: column)
        }
        rows += block.count
        for column in columns { try column.flush() }
    }

    private func begin(_ block: PointBlock, _ added: [AddedColumn]) throws(WritingError) {
        for column in table.names.indices {
            columns.append(try ColumnSpool(block.kind(ofColumn: column, table.axes), beside: path))
        }
        for column in added { columns.append(try ColumnSpool(column.kind, beside: path)) }
    }

    private static func append(_ values: AddedColumn.Values, count: Int, to column: ColumnSpool) {
        switch values {
        case .words(let numbers, _): numbers.withUnsafeBytes { column.append($0) }
        case .lists(let numbers, let ends, let words):
            var start = 0
            for end in ends {
                column.append(numbers[start..<end].map { words[Int($0)] }.joined(separator: " "))
                start = end
            }
        case .numbers(let numbers): numbers.withUnsafeBytes { column.append($0) }
        case .counts(let counts): counts.withUnsafeBytes { column.append($0) }
        case .count(let number): [Int64](repeating: Int64(number), count: count).withUnsafeBytes { column.append($0) }
        case .texts(let texts): for row in 0..<count { column.append(texts[row] ?? "") }
        }
    }

    /// Of a text [characters].
    public static let greatestWidth = ColumnSpool.greatestWidth

    /// Columns with texts that are too long for an array and are cut.
    public var cutColumns: [String] { zip(names, columns).filter(\.1.isCut).map(\.0) }

    /// Writes the archive and gives it its name. Nothing is there before, or where this is never called.
    /// - Throws: `WritingError`
    public func finish() throws(WritingError) {
        var zip = ZipWriter()
        for (name, column) in Swift.zip(names, columns) {
            try column.flush(always: true)
            let (member, header) = zip.begin(name + ".npy")
            try file.write(header)
            try file.write(zip.add(NumPyHeader.bytes(column.descriptor, count: rows), to: member))
            try column.values { values throws(WritingError) in try file.write(zip.add(values, to: member)) }
            try file.write(zip.end(member))
        }
        try file.write(zip.finished())
        try file.finish()
    }
}

extension PointBlock {
    /// Masses and couplings are numbers, whatever stands in a row that is no point: its reason says that.
    fileprivate func kind(ofColumn column: Int, _ axes: PointAxes) -> ColumnSpool.Kind {
        switch rows {
        case .text(let block):
            .texts(
                hasDecimalComma: block.hasDecimalComma,
                areNumbers: column == axes.mass.column || column == axes.coupling.column)
        case .numPy(let block): .raw(block.type(of: column).descriptor, size: block.type(of: column).size)
        }
    }
}

extension AddedColumn {
    fileprivate var kind: ColumnSpool.Kind {
        switch values {
        case .words(_, let words): .words(words)
        case .numbers: .raw("<f8", size: 8)
        case .counts: .raw("|u1", size: 1)
        case .count: .raw("<i8", size: 8)
        case .texts, .lists: .texts(hasDecimalComma: false)
        }
    }
}

extension NumPyHeader {
    /// The header of an array of one dimension.
    static func bytes(_ descriptor: String, count: Int) -> [UInt8] { bytes(descriptor, shape: [count]) }

    /// The header of an array, with which its values begin at a multiple of 64 bytes.
    static func bytes(_ descriptor: String, shape: [Int]) -> [UInt8] {
        let lengths = shape.map { "\($0)," }.joined(separator: " ")
        let text = "{'descr': '\(descriptor)', 'fortran_order': False, 'shape': (\(lengths)), }"
        let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
        let blanks = String(repeating: " ", count: length - text.utf8.count - 1)
        return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array((text + blanks + "\n").utf8)
    }
}
