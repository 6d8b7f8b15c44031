import Testing

@testable import Drawing

@Suite struct GnuplotTextTests {
    static let hostile = [
        "a\nset output '/tmp/x'\nsystem \"rm\"", "'; quit #", "{/:Bold x", "^_@&~{}", "\\U+03B1 \\n", "`ls`", "$x %d",
        "</script><script>alert(1)</script>", "\" onload=\"x", "a,b\r\nc", "=1+1", "\u{1B}[31mred", "\u{202E}txt",
        "\\cite{x}\\input{/etc/passwd}", "}}, evil = {", "| a | b |", "", "日本語", "e\u{301}",
    ]

    @Test(arguments: hostile) func textStaysInItsQuotes(text: String) {
        for quoted in [GnuplotText.quoted(text), GnuplotText.typeset(text)] {
            #expect(quoted.hasPrefix("'") && quoted.hasSuffix("'"))
            let inside = quoted.dropFirst().dropLast()
            #expect(!inside.contains("'") && !inside.contains { $0.isNewline })
        }
    }

    @Test(arguments: hostile) func marksAreAllEscaped(text: String) {
        var isEscaped = false
        for character in GnuplotText.quoted(text).dropFirst().dropLast() {
            #expect(isEscaped || !"{}^_@&~".contains(character), "\(character) in \(text)")
            isEscaped = character == "\\" && !isEscaped
        }
    }

    /// Three signs that no text of XML may hold, as gnuplot's SVG would.
    @Test func thePictureStaysXML() {
        #expect(GnuplotText.quoted("a]]>b") == "'a]]{}>b'")
        // A letter that joins what follows it hides nothing.
        let hidden = GnuplotText.quoted("\u{D4E}]]>").unicodeScalars
        #expect(hidden.elementsEqual("'\u{D4E}]]{}>'".unicodeScalars))
    }

    @Test func setsSubscripts() {
        #expect(GnuplotText.typeset("N_eff < 3") == "'N_{eff} < 3'")
        #expect(GnuplotText.typeset("_c d_") == "'\\_c d\\_'")
    }
}
