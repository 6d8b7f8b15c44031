import Testing

@testable import Documents

@Suite struct EscapingTests {
    static let hostile = [
        "a\nset output '/tmp/x'\nsystem \"rm\"", "'; quit #", "{/:Bold x", "^_@&~{}", "\\U+03B1 \\n", "`ls`", "$x %d",
        "</script><script>alert(1)</script>", "\" onload=\"x", "a,b\r\nc", "=1+1", "\u{1B}[31mred", "\u{202E}txt",
        "\\cite{x}\\input{/etc/passwd}", "}}, evil = {", "| a | b |", "", "日本語", "e\u{301}",
    ]

    // MARK: HTML, Markdown, plain text

    @Test(arguments: hostile) func htmlHoldsNoMarkup(text: String) {
        let escaped = HTMLText.escaped(text)
        #expect(!escaped.contains { "<>\"'".contains($0) })
        #expect(!escaped.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test(arguments: hostile) func markdownKeepsItsCell(text: String) {
        let escaped = MarkdownText.escaped(text)
        #expect(!escaped.contains { $0.isNewline || "<>".contains($0) })
        #expect(!escaped.replacing("\\|", with: "").contains("|"))
    }

    @Test(arguments: hostile) func plainTextMovesNoCursor(text: String) {
        #expect(!PlainText.clean(text).unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func widthsCountColumns() {
        #expect(PlainText.width("NA64μ 10¹¹") == 10)
        #expect(PlainText.width("e\u{301}") == 1)
        #expect(PlainText.width("日本") == 4)
        #expect(PrintedTable.padded("ν̄", to: 3, alignment: .right) == "  ν̄")
    }

    // MARK: LaTeX

    @Test(arguments: hostile) func latexHoldsNoCommandOfTheText(text: String) {
        let escaped = LaTeXText.escaped(text)
        for command in ["\\cite{", "\\input{", "\\n"] { #expect(!escaped.contains(command)) }
        #expect(Self.isBalanced(escaped))
    }

    @Test func latexSpellsPhysics() {
        #expect(
            LaTeXText.escaped("NA64μ 10¹¹ & 5%") == "NA64$\\mu$ 10\\textsuperscript{1}\\textsuperscript{1} \\& 5\\%")
    }

    /// Braces that BibTeX counts, escaped or not.
    private static func isBalanced(_ text: String) -> Bool {
        var depth = 0
        for character in text where depth >= 0 {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
        }
        return depth == 0
    }

    // MARK: CSV

    @Test(arguments: hostile) func csvFieldsComeBack(text: String) throws {
        let record = CSVText.record([CSVText.text(text), "x"])
        let fields = try #require(Self.fields(of: record))
        #expect(fields.count == 2 && fields[1] == "x")
        #expect(fields[0] == text || fields[0] == "'" + text)
        #expect(fields[0].isEmpty || !"=+-@".contains(fields[0].prefix(1)))
    }

    @Test func numbersAreNoFormulas() { #expect(CSVText.quoted("-4.5e-4") == "-4.5e-4") }

    /// The fields of one record, read as RFC 4180 says; nil where it is not one.
    private static func fields(of record: String) -> [String]? {
        guard record.hasSuffix("\n") else { return nil }
        var fields = [""]
        var isQuoted = false
        let scalars = Array(record.unicodeScalars.dropLast())
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\"", isQuoted, index + 1 < scalars.count, scalars[index + 1] == "\"" {
                fields[fields.count - 1].unicodeScalars.append("\"")
                index += 1
            } else if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ",", !isQuoted {
                fields.append("")
            } else {
                guard isQuoted || (scalar != "\r" && scalar != "\n") else { return nil }
                fields[fields.count - 1].unicodeScalars.append(scalar)
            }
            index += 1
        }
        return isQuoted ? nil : fields
    }
}
