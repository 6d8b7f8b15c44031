/// A text file line by line: what is a remark, what is a row, and where data sets are parted.
struct TextLines {
    enum Content {
        /// An empty line.
        case blank
        /// What follows `#`, `%`, `//`, `!` or `;` at the beginning of a line.
        case remark(Substring)
        case row(Substring)
        /// The `&` by which Grace ends a data set, in files without its commands too.
        case end
        /// A command of Grace, without its `@`.
        case command(Substring)
    }

    private(set) var lines: [(number: Int, content: Content)] = []
    /// What parts the fields, where the file says so itself.
    private(set) var separator: Character?
    /// Whether it is a project of Grace, which has commands and marks of its own.
    let isGrace: Bool

    /// A text file of a limit has some hundred rows; this bound keeps a wrong file from taking the memory [byte].
    private static let greatestSize = FormatLimits.bytes

    init(_ curveFile: CurveFile) throws(CurveFormatError) {
        let file = curveFile.name
        guard curveFile.bytes.count <= Self.greatestSize else {
            throw .badText(line: 1, fault: .tooLarge(limit: Self.greatestSize), file: file)
        }
        let bytes =
            curveFile.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? curveFile.bytes.dropFirst(3) : curveFile.bytes[...]
        isGrace = ["# Grace", "# ACE/gr", "@"].contains { bytes.starts(with: $0.utf8) }
        var number = 0
        for line in ByteLines(bytes) {
            number += 1
            guard number <= FormatLimits.rows else {
                throw .badText(line: number, fault: .tooManyLines(limit: FormatLimits.rows), file: file)
            }
            guard line.count <= FormatLimits.lineBytes else {
                throw .badText(line: number, fault: .tooLarge(limit: FormatLimits.lineBytes), file: file)
            }
            guard let text = String(validating: line, as: UTF8.self), line.place(of: 0) == nil else {
                throw .badText(line: number, fault: .notUTF8, file: file)
            }
            // A tab at the end may part an empty field.
            let bare = text.trimmed
            // Excel's own first line of a CSV file; a tab has gone with the white space at its end.
            if number == 1, bare.lowercased().hasPrefix("sep="), bare.count <= 5 {
                separator = bare.dropFirst(4).first ?? "\t"
                continue
            }
            lines.append((number, content(of: bare)))
        }
    }

    private func content(of line: Substring) -> Content {
        guard let first = line.first else { return .blank }
        if line == "&" { return .end }
        if isGrace, first == "@" { return .command(line.dropFirst().trimmed) }
        let isRemark = first == "#" || first == "%" || first == "!" || line.hasPrefix("//")
        if isRemark || (first == ";" && separator != ";" && !Self.isRowOfSemicolons(line)) {
            return .remark(line.drop { "#%!/;".contains($0) }.trimmed)
        }
        return .row(Self.withoutRemark(line))
    }

    /// A row whose first field is empty.
    private static func isRowOfSemicolons(_ line: Substring) -> Bool {
        line.dropFirst().split(separator: ";").contains { TextNumber($0, hasDecimalComma: true).isNumber }
    }

    /// A row of numbers without the remark at its end: `2 2e-3 # checked`.
    private static func withoutRemark(_ line: Substring) -> Substring {
        guard line.holds(anyOf: "#%!/") else { return line }
        var isQuoted = false
        var before: Character = " "
        for index in line.indices {
            let character = line[index]
            if character == "\"" { isQuoted.toggle() }
            defer { before = character }
            guard !isQuoted, index > line.startIndex else { continue }
            let begins =
                character == "#" || (before.isWhitespace && (character == "%" || character == "!"))
                || (before.isWhitespace && line[index...].hasPrefix("//"))
            guard begins else { continue }
            let rest = line[..<index].trimmed
            let fields = rest.split { $0.isWhitespace || $0 == "," || $0 == ";" }
            // A heading may hold such signs; numbers do not.
            return fields.contains { TextNumber($0).isNumber } ? rest : line
        }
        return line
    }
}

extension TextNumber {
    var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
