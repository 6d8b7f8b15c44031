import ConstraintKit
import VOTable

/// A text file of columns: comments with `#`, perhaps a line of column names, and rows of numbers separated by
/// commas, semicolons, tabs or spaces.
struct TextColumns {
    let file: String
    private(set) var statements: [TextStatement] = []
    /// Comments that are not of that form.
    private(set) var comments: [String] = []
    private(set) var columns: [RawColumn] = []

    private var numbers: [[Double?]] = []
    private var faults: [CurveFormatError?] = []
    private var header: [String]?
    private var separator: Character?

    /// A text file of a limit has some hundred rows; this bound keeps a wrong file from taking the memory [byte].
    static let greatestSize = 4 << 20

    init(_ source: CurveFile) throws(CurveFormatError) {
        file = source.name
        guard source.bytes.count <= Self.greatestSize else {
            throw .badText(line: 1, fault: .tooLarge(limit: Self.greatestSize), file: file)
        }
        let bytes = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? source.bytes.dropFirst(3) : source.bytes[...]
        var number = 0
        for line in Self.lines(of: bytes) {
            number += 1
            guard number <= FormatLimits.rows else {
                throw .badText(line: number, fault: .tooManyLines(limit: FormatLimits.rows), file: file)
            }
            guard line.count <= FormatLimits.lineBytes else {
                throw .badText(line: number, fault: .tooLarge(limit: FormatLimits.lineBytes), file: file)
            }
            guard let text = String(validating: line, as: UTF8.self), !line.contains(0) else {
                throw .badText(line: number, fault: .notUTF8, file: file)
            }
            try take(text.trimmed, line: number)
        }
        finish()
    }

    /// Lines end with LF or CRLF; with CR alone where there is no LF at all, as spreadsheets on the Macintosh wrote them.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
        return bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == end })
    }

    private mutating func take(_ line: Substring, line number: Int) throws(CurveFormatError) {
        guard !line.isEmpty else { return }
        // Excel's own first line of a CSV file; a tab has gone with the white space at its end.
        if number == 1, line.lowercased().hasPrefix("sep="), line.count <= 5 {
            separator = line.dropFirst(4).first ?? "\t"
            return
        }
        if line.hasPrefix("#") { return takeComment(line.drop { $0 == "#" }.trimmed, line: number) }
        let separator = separator ?? Self.separator(of: line)
        self.separator = separator
        let fields = Self.fields(of: line, separator)
        if numbers.isEmpty, header == nil, !fields.contains(where: { DecimalText.number($0) != nil }) {
            return try takeHeader(fields, line: number)
        }
        if numbers.isEmpty {
            takeHeaderFromComments(count: fields.count)
            let count = header?.count ?? fields.count
            numbers = Array(repeating: [], count: count)
            faults = Array(repeating: nil, count: count)
        }
        guard fields.count == numbers.count else {
            throw .badText(
                line: number, fault: .wrongFieldCount(found: fields.count, expected: numbers.count), file: file)
        }
        for (index, field) in fields.enumerated() { takeCell(field, column: index, line: number) }
    }

    private mutating func takeCell(_ field: String, column: Int, line: Int) {
        guard !field.isEmpty else { return numbers[column].append(nil) }
        guard let value = DecimalText.number(field.lowercased() == "nan" ? "NaN" : field) else {
            // A column of words is no fault until someone takes it for an axis.
            if faults[column] == nil {
                let fault = CurveFormatError.TextFault.notANumber(
                    column: header?[column] ?? String(column + 1), text: String(field.prefix(80)))
                faults[column] = .badText(line: line, fault: fault, file: file)
            }
            return numbers[column].append(nil)
        }
        numbers[column].append(value.isNaN ? nil : value)
    }

    private mutating func takeComment(_ text: Substring, line: Int) {
        if let statement = TextStatement(text, line: line) {
            statements.append(statement)
            return
        }
        if !text.isEmpty { comments.append(String(text)) }
    }

    private mutating func takeHeader(_ fields: [String], line: Int) throws(CurveFormatError) {
        var seen: Set<String> = []
        for field in fields where !seen.insert(field).inserted {
            throw .badText(line: line, fault: .duplicateColumn(field), file: file)
        }
        header = fields
    }

    /// Digitisers write the names of the columns as the last comment.
    private mutating func takeHeaderFromComments(count: Int) {
        guard header == nil, let last = comments.last else { return }
        let fields = Self.fields(of: last.trimmed, Self.separator(of: last.trimmed))
        guard fields.count == count, Set(fields).count == count,
            fields.allSatisfy({ DecimalText.number($0) == nil })
        else { return }
        let names = fields.map(ColumnName.init)
        guard names.contains(where: { $0.unit != nil || CurveQuantity(columnName: $0.name) != nil }) else { return }
        header = fields
        comments.removeLast()
    }

    private mutating func finish() {
        columns = numbers.indices.map { index in
            let heading = ColumnName(header?[index] ?? String(index + 1))
            return RawColumn(name: heading.name, unit: heading.unit, numbers: numbers[index], fault: faults[index])
        }
        numbers = []
    }

    private static func separator(of line: Substring) -> Character {
        if line.contains(";") { return ";" }
        if line.contains(",") { return "," }
        return line.contains("\t") ? "\t" : " "
    }

    private static func fields(of line: Substring, _ separator: Character) -> [String] {
        if separator == " " { return line.split(whereSeparator: \.isWhitespace).map(String.init) }
        return CurveFormats.fields(of: line, separator: separator)
    }
}
