import ConstraintKit
import Documents
import Testing

@testable import Answers

@Suite struct BibliographyTests {
    static let hostile = [
        "a\nset output '/tmp/x'\nsystem \"rm\"", "'; quit #", "{/:Bold x", "^_@&~{}", "\\U+03B1 \\n", "`ls`", "$x %d",
        "</script><script>alert(1)</script>", "\" onload=\"x", "a,b\r\nc", "=1+1", "\u{1B}[31mred", "\u{202E}txt",
        "\\cite{x}\\input{/etc/passwd}", "}}, evil = {", "| a | b |", "", "日本語", "e\u{301}",
    ]

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
}
