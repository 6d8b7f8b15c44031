import VOTable

/// The lines of a text file by data set: what stands above each, and its rows.
struct TextSections {
    struct Part {
        /// Lines of names, the last of them the nearest to the rows.
        var headings: [Line] = []
        /// Remarks in words directly above.
        var remarks: [String] = []
        var statements: [TextStatement] = []
        var rows: [Line] = []
        /// What a program calls it.
        var name: String?
        /// What a program calls its first columns.
        var axes: [String] = []
        /// Its place in a project of Grace, where that says it.
        var set: GraceCommands.Set?
    }

    struct Line {
        var number: Int
        var text: Substring
    }

    private(set) var parts: [Part] = []
    /// The first of the lines that could be read neither as rows nor as what stands above rows; nil where there are none.
    var firstOfWords: Line? { parts.isEmpty ? firstHeading : nil }
    private var firstHeading: Line?
    /// The first line of more fields than any table has columns, after which nothing is read.
    private(set) var tooWide: Line?
    private(set) var statements: [TextStatement] = []
    private(set) var comments: [String] = []
    /// What there is to be told of the first comments.
    private(set) var doubts: [CurveWarning] = []
    private var open = Part()
    /// Whether an empty line follows the rows so far.
    private var isParted = false
    private let file: String
    private let isGrace: Bool
    private var grace = GraceCommands()

    /// So many lines of words above rows may head them.
    private static let mostHeadings = 64

    /// Comments beyond this many are those of a file that is mostly comments; nobody looks for keys in them.
    private static let greatestDoubted = 256

    init(_ text: TextLines, file: String) {
        self.file = file
        isGrace = text.isGrace
        for (number, content) in text.lines { take(content, line: number) }
        close()
        statements += open.statements
        for index in parts.indices {
            let set = parts[index].set ?? GraceCommands.Set(graph: 0, number: index)
            parts[index].name = parts[index].name ?? grace.name(of: set)
            parts[index].axes = grace.axes(of: set)
        }
    }

    /// Empty lines between all rows part nothing.
    mutating func joinAll() {
        var whole = parts[0]
        for part in parts.dropFirst() {
            whole.rows += part.rows
            whole.statements += part.statements
        }
        parts = [whole]
    }

    private mutating func take(_ content: TextLines.Content, line number: Int) {
        switch content {
        case .blank: isParted = isParted || !open.rows.isEmpty
        case .end: close()
        case .command(let text):
            grace.take(text)
            if let set = GraceCommands.Set(target: text) { open.set = set }
        case .remark(let text): takeRemark(text, line: number)
        case .row(let text): takeRow(Line(number: number, text: text))
        }
    }

    private mutating func takeRemark(_ text: Substring, line: Int) {
        // What Grace writes of itself names no curve.
        if isGrace { return }
        let words = String(text)
        // Rows under the same remark once more are another data set.
        if isParted || (!open.rows.isEmpty && open.remarks.contains(words)) { close() }
        if let statement = TextStatement(text, line: line) {
            let isOfFile = !open.rows.isEmpty || parts.isEmpty
            if isOfFile { statements.append(statement) } else { open.statements.append(statement) }
            if statement.namesRows, open.rows.isEmpty { open.remarks.append(words) }
        } else if !text.isEmpty {
            if comments.count < Self.greatestDoubted,
                let doubt = TextStatement.doubt(of: text, line: line, file: file)
            {
                doubts.append(doubt)
            }
            comments.append(words)
            if open.rows.isEmpty { open.remarks.append(words) }
        }
    }

    private mutating func takeRow(_ line: Line) {
        guard tooWide == nil else { return }
        guard Self.fieldCount(line.text) <= FormatLimits.fields else {
            tooWide = line
            return
        }
        if open.rows.isEmpty, open.headings.count >= Self.mostHeadings {
            // Prose, of which only the end can head rows; without a digit it is no row either.
            open.headings.removeFirst()
            if !line.text.utf8.contains(where: { (0x30...0x39).contains($0) }) { return open.headings.append(line) }
        }
        if open.rows.isEmpty, !open.headings.isEmpty, isUnits(line.text) { return open.headings.append(line) }
        if let title = Self.title(line.text), open.rows.isEmpty || isParted {
            close()
            open.name = title
            return
        }
        if isHeading(line.text), open.rows.isEmpty || isParted || repeatsHeading(line.text) {
            close()
            open.headings.append(line)
            firstHeading = firstHeading ?? line
            return
        }
        if isParted { close() }
        open.rows.append(line)
    }

    /// As the separator has it that the line seems to have.
    private static func fieldCount(_ line: Substring) -> Int {
        for separator in [0x3B, 0x2C, 0x09] as [UInt8] {
            let count = line.count(of: separator)
            if count > 0 { return count + 1 }
        }
        return line.count(of: 0x20) + 1
    }

    private mutating func close() {
        isParted = false
        guard !open.rows.isEmpty else { return }
        parts.append(open)
        open = Part()
    }

    /// Words and no number; a row of words for "none" is a row.
    private func isHeading(_ line: Substring) -> Bool {
        let texts = Self.roughFields(line)
        let fields = texts.map { TextNumber($0, hasDecimalComma: true) }
        if fields.contains(.words), TextHeading.namesAxes(texts) { return true }
        return !fields.contains(where: \.isNumber) && fields.contains(.words)
    }

    /// A line of one quoted text, as gnuplot takes it for the title of the rows below.
    private static func title(_ line: Substring) -> String? {
        guard line.first == "\"", line.last == "\"", line.count > 2 else { return nil }
        let inner = line.dropFirst().dropLast()
        return inner.contains("\"") ? nil : plainWords(String(inner))
    }

    /// A line of units below the names, `GeV,1`.
    private func isUnits(_ line: Substring) -> Bool {
        let count = Self.roughFields(line).count
        return [";", ",", "\t", " "].contains { TextHeading.units(in: line, separator: $0, count: count) != nil }
    }

    private func repeatsHeading(_ line: Substring) -> Bool {
        guard let heading = open.headings.last?.text else { return false }
        return Self.roughFields(line).first?.lowercased() == Self.roughFields(heading).first?.lowercased()
    }

    private static func roughFields(_ line: Substring) -> [String] {
        if line.holds(anyOf: ";") { return fields(of: line, separator: ";") }
        if line.holds(anyOf: ",") { return fields(of: line, separator: ",") }
        if line.holds(anyOf: "\t") { return fields(of: line, separator: "\t") }
        return line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
