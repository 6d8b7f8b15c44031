import ConstraintKit
import Testing

@testable import Presentation

@Suite struct EscapingTests {
    static let hostile = [
        "a\nset output '/tmp/x'\nsystem \"rm\"", "'; quit #", "{/:Bold x", "^_@&~{}", "\\U+03B1 \\n", "`ls`", "$x %d",
        "</script><script>alert(1)</script>", "\" onload=\"x", "a,b\r\nc", "=1+1", "\u{1B}[31mred", "\u{202E}txt",
        "\\cite{x}\\input{/etc/passwd}", "}}, evil = {", "| a | b |", "", "日本語", "e\u{301}",
    ]

    // MARK: gnuplot

    @Test(arguments: hostile) func gnuplotTextStaysInItsQuotes(text: String) {
        for quoted in [GnuplotText.quoted(text), GnuplotText.typeset(text)] {
            #expect(quoted.hasPrefix("'") && quoted.hasSuffix("'"))
            let inside = quoted.dropFirst().dropLast()
            #expect(!inside.contains("'") && !inside.contains { $0.isNewline })
        }
    }

    @Test(arguments: hostile) func gnuplotMarksAreAllEscaped(text: String) {
        var isEscaped = false
        for character in GnuplotText.quoted(text).dropFirst().dropLast() {
            #expect(isEscaped || !"{}^_@&~".contains(character), "\(character) in \(text)")
            isEscaped = character == "\\" && !isEscaped
        }
    }

    @Test func gnuplotSetsSubscripts() {
        #expect(GnuplotText.typeset("N_eff < 3") == "'N_{eff} < 3'")
        #expect(GnuplotText.typeset("_c d_") == "'\\_c d\\_'")
    }

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
        #expect(PlainText.padded("ν̄", to: 3, alignment: .right) == "  ν̄")
    }

    // MARK: LaTeX and BibTeX

    @Test(arguments: hostile) func latexHoldsNoCommandOfTheText(text: String) {
        let escaped = LaTeXText.escaped(text)
        for command in ["\\cite{", "\\input{", "\\n"] { #expect(!escaped.contains(command)) }
        #expect(Self.isBalanced(escaped))
    }

    @Test func latexSpellsPhysics() {
        #expect(
            LaTeXText.escaped("NA64μ 10¹¹ & 5%") == "NA64$\\mu$ 10\\textsuperscript{1}\\textsuperscript{1} \\& 5\\%")
    }

    @Test(arguments: hostile) func bibliographySurvivesAnyReference(text: String) {
        let reference = Reference(texkey: text, arxiv: text, doi: text, citation: text)
        let bibliography = Bibliography(references: [reference, reference])
        #expect(bibliography.entries.count + bibliography.unkeyed.count == 1)
        #expect(Self.isBalanced(bibliography.bibTeX))
        #expect(bibliography.entries.allSatisfy { BibliographyKey.isUsable($0.key) })
        let starts = bibliography.bibTeX.split(separator: "\n").map { $0.prefix(1) }
        #expect(starts.allSatisfy { ["@", "}", "%", " "].contains($0) })
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
