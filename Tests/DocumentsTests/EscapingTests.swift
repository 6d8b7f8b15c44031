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

    /// Latin, Greek and signs of formulas are counted as scalars. Beside one of two columns, which is counted by what Unicode
    /// says, they take as many.
    @Test func widthsAreTheSameHoweverTheyAreCounted() {
        for value in Array(0x20..<0x600) + Array(0x2000..<0x2300) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            #expect(PlainText.width("\(scalar)") == PlainText.width("\(scalar)日") - 2, "\(value)")
            #expect(PlainText.width("a\(scalar)") == PlainText.width("a\(scalar)日") - 2, "\(value)")
        }
    }

    /// At the beginning of a line, where they would mean something, and nowhere else.
    @Test(arguments: [
        ("- a-b", "\\- a-b"), ("12. a 1.5", "12\\. a 1.5"), ("1) a", "1\\) a"), ("6.5 MeV", "6.5 MeV"),
        ("    code", "code"),
        ("see https://a.org", "see https\\://a.org"), ("WWW.a.org", "WWW\\.a.org"), ("=a=", "\\=a="),
    ])
    func markdownBeginsNothing(text: String, escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

    /// What is invisible goes, and a mark hides no sign of a format that stands before it.
    @Test(arguments: [
        ("a\u{200B}b\u{FE0F}c\u{3164}\u{2800}\u{E0041}", "abc"), ("\u{9B}31m\u{85}x", " 31m x"), ("a\u{2028}b", "a b"),
        ("\u{301}a", "\u{25CC}\u{301}a"), ("<\u{338}|\u{20DD}", "≮|\u{25CC}\u{20DD}"),
        ("m =\u{200D}\u{338} 0", "m ≠ 0"), ("ν\u{304} e\u{301}", "ν\u{304} e\u{301}"),
    ])
    func marksStandOnSomething(text: String, clean: String) {
        #expect(Array(PlainText.clean(text).unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test func severalLinesKeepTheirBreaks() {
        #expect(PlainText.shown("a\n\tb\r\nc\u{1B}[2J\u{202E}") == "a\n b \nc [2J")
        #expect(PlainText.shown("μ\nν") == "μ\nν")
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

    /// `\\` and `\toprule` take a star or a bracket that follows for their own.
    @Test(arguments: [
        ("[5] x [y]", "{[}5] x [y]"), ("  *a*", "  {*}a*"), ("\u{200B}[", "{[}"), ("a--b '' ?`", "a-{}-b '{}' ?{}`"),
    ])
    func latexBeginsWithNoArgument(text: String, escaped: String) { #expect(LaTeXText.escaped(text) == escaped) }

    @Test func bibTeXHasNoEntryOfTheText() {
        #expect(BibTeXText.remark("x\n@string{a}") == "% x (at)string{a}\n")
        #expect(BibTeXText.identifier("10.1/a_b\"}}\\input{@x}%#é&") == "{10.1/a_binputx\\&}")
        #expect(BibTeXText.value("}, a = {") == "{{\\textbraceright{}, a = \\textbraceleft{}}}")
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
        let clean = PlainText.clean(text)
        #expect(fields[0] == clean || fields[0] == "'" + clean)
        #expect(fields[0].isEmpty || !"=+-@".contains(fields[0].prefix(1)))
    }

    @Test func numbersAreNoFormulas() {
        #expect(CSVText.quoted("-4.5e-4") == "-4.5e-4")
        for number in ["-1.5", "+1", "-4.5e-4", "a; -1.5"] { #expect(CSVText.text(number) == number) }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), (" \u{A0}=1", " \u{A0}'=1"), ("＝1", "'＝1"), ("«'=1", "«''=1"), ("-1+2", "'-1+2"),
        ("-", "'-"), ("x;=1", "x;'=1"), ("x; \u{201C}@SUM(1)", "x; \u{201C}'@SUM(1)"), ("\u{200B}=1", "'=1"),
        ("a=1", "a=1"), ("x, =1", "\"x, =1\""),
    ])
    func whatASpreadsheetWouldRunIsText(text: String, cell: String) { #expect(CSVText.text(text) == cell) }

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
