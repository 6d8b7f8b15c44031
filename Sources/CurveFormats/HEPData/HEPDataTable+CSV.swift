extension HEPDataTable {
    /// Reads the CSV download of a table: comments with `#:`, and one block of rows for each dependent variable.
    init(csv bytes: [UInt8]) throws(FormatFault) {
        guard bytes.count <= FormatLimits.bytes else { throw .tooLarge(.bytes, limit: FormatLimits.bytes) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var block = Block()
        var isInDescription = false
        let separator = Self.separator(in: text)
        for (index, bytes) in ByteLines(text).enumerated() {
            // Each block repeats its heading, so that there may be more lines than rows; but not by much.
            guard index < 2 * FormatLimits.rows else { throw .tooLarge(.rows, limit: 2 * FormatLimits.rows) }
            guard bytes.count <= FormatLimits.lineBytes else {
                throw .tooLarge(.lineBytes, limit: FormatLimits.lineBytes)
            }
            guard let line = String(validating: bytes, as: UTF8.self)?.trimmed else {
                throw .notWellFormed(message: "not text in UTF-8", line: index + 1)
            }
            if line.hasPrefix("#:") {
                try finish(&block)
                let words = line.dropFirst(2).trimmed
                isInDescription = words.hasPrefix("description:")
                take(comment: words, separator, &block)
            } else if isInDescription {
                // A description may go on over several lines, without the mark.
                summary += " " + line
            } else if line.isEmpty {
                try finish(&block)
            } else {
                try block.take(fields(of: line, separator: separator), line: index + 1)
            }
        }
        try finish(&block)
    }

    /// What parts the fields: commas, or semicolons, as spreadsheets in many languages save a table, whose numbers are to have points. A row of them has no
    /// other use for semicolons; the last line with anything on it is one.
    private static func separator(in text: ArraySlice<UInt8>) -> Character {
        let last = text.suffix(FormatLimits.lineBytes).split { $0 == 0x0A || $0 == 0x0D }.last { !$0.isEmpty }
        return last?.place(of: UInt8(ascii: ";")) == nil ? "," : ";"
    }

    private mutating func take(comment: Substring, _ separator: Character, _ block: inout Block) {
        let colon = comment.firstIndex(of: ":") ?? comment.endIndex
        let value = String(comment[colon...].dropFirst().trimmed)
        switch comment[..<colon] {
        case "table_doi": doi = value
        case "name": name = value
        case "description": summary = value
        case "data_file", "data_license", "location", "reference": break
        case let key where key.hasPrefix("keyword "): break
        default:
            let fields = CurveFormats.fields(of: comment, separator: separator)
            guard let name = fields.first, fields.dropFirst().contains(where: { !$0.isEmpty }) else { return }
            let heading = Variable(heading: name)
            block.qualifiers.append((heading.name, heading.units, fields))
        }
    }

    /// Takes a block that has ended. Blocks share their independent variables.
    private mutating func finish(_ block: inout Block) throws(FormatFault) {
        guard !block.header.isEmpty else { return }
        defer { block = Block() }
        let columns = block.columns
        guard columns.count >= 2 else { throw .missing(path: "a second column beside '\(block.header[0])'") }
        let places = block.measured
        let first = places[0]
        let measured = places.map { columns[$0] }
        leftOut += columns.indices.dropFirst(first).filter { !places.contains($0) }.map { columns[$0].name }
        if independent.isEmpty { independent = Array(columns[..<first]) }
        guard columns[..<first].map({ $0.cells.map(\.value) }) == independent.map({ $0.cells.map(\.value) }) else {
            throw .wrongValue(
                path: measured[0].name, found: "other values of \(columns[0].name)",
                expected: "those of the first block")
        }
        guard dependent.count + measured.count <= FormatLimits.curves else {
            throw .tooLarge(.curves, limit: FormatLimits.curves)
        }
        dependent += measured
    }
}

/// Rows under one heading.
private struct Block {
    var header: [String] = []
    /// The lines of qualifiers above: its name, and a field for each column.
    var qualifiers: [(name: String, units: String?, fields: [String])] = []
    private var cells: [HEPDataTable.Variable] = []
    /// Columns that are variables; the others are the ends of bins and the sides of errors.
    private var kept: [Int] = []
    private var errors: [Int] = []
    private var rows = 0

    /// The variables with their values and qualifiers.
    var columns: [HEPDataTable.Variable] {
        kept.indices.map { index in
            var variable = HEPDataTable.Variable(heading: header[kept[index]])
            (variable.cells, variable.fault) = (cells[index].cells, cells[index].fault)
            guard measured.contains(index) else { return variable }
            variable.qualifiers = qualifiers.compactMap { qualifier in
                value(of: qualifier.fields, at: kept[index], isAlone: measured.count == 1).map {
                    HEPDataTable.Qualifier(name: qualifier.name, value: $0, units: qualifier.units)
                }
            }
            return variable
        }
    }

    /// Which of the variables were measured: HEPData writes one block for each, the last of its columns; of several in one block those
    /// are that have qualifiers of their own, or are called limits or couplings.
    private(set) var measured: [Int] = []

    private func isMarked(_ column: Int) -> Bool {
        let name = ColumnName(header[column]).name
        return qualifiers.contains { field(of: $0.fields, at: column) != nil }
            || CurveQuantity(columnName: name) != nil || Heading(name).kind != nil
    }

    /// What a line of qualifiers says of a column, behind its name: such lines end with the last that was measured.
    private func field(of fields: [String], at column: Int) -> String? {
        fields.indices.contains(column + 1) && !fields[column + 1].isEmpty ? fields[column + 1] : nil
    }

    /// A qualifier's value for a column: in its field, or, where only one column was measured, wherever it stands.
    private func value(of fields: [String], at column: Int, isAlone: Bool) -> String? {
        isAlone ? fields.dropFirst().first { !$0.isEmpty } : field(of: fields, at: column)
    }

    mutating func take(_ fields: [String], line: Int) throws(FormatFault) {
        guard !header.isEmpty else { return try takeHeader(fields) }
        guard fields.count == header.count else {
            throw .unequalColumns(path: "line \(line)", found: fields.count, expected: header.count)
        }
        rows += 1
        guard rows <= FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
        let hasErrors = errors.contains { !fields[$0].isEmpty }
        for (index, column) in kept.enumerated() {
            let path = "line \(line), '\(header[column].prefix(80))'"
            cells[index].append { () throws(FormatFault) in
                let (value, bound) = try limit(fields[column], path: path)
                return .init(value: value, bound: bound, hasErrors: hasErrors && index > 0)
            }
        }
    }

    private mutating func takeHeader(_ fields: [String]) throws(FormatFault) {
        guard fields.count <= Self.mostColumns else { throw .tooLarge(.columns, limit: FormatLimits.curves) }
        header = fields
        let names = Set(fields)
        for (index, name) in fields.enumerated() {
            let isEnd = [" LOW", " HIGH"].contains { mark in
                name.hasSuffix(mark) && names.contains(String(name.dropLast(mark.count)))
            }
            let isSide = name.hasSuffix(" +") || name.hasSuffix(" -")
            if isSide { errors.append(index) } else if !isEnd { kept.append(index) }
        }
        cells = Array(repeating: HEPDataTable.Variable(name: ""), count: kept.count)
        let marked = kept.count > 2 ? kept.indices.dropFirst().filter { isMarked(kept[$0]) } : []
        measured = marked.isEmpty ? [max(kept.count - 1, 0)] : marked
    }

    /// Of each curve there may be the value and two sides of two errors.
    private static let mostColumns = 5 * FormatLimits.curves
}
