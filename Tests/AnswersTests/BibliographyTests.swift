import ConstraintKit
import CurveArchive
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
        var reference = Reference(texkey: text, arxiv: text, doi: text, citation: text)
        for field in ReferenceField.all { reference[field] = ReferenceFact(text) }
        let bibliography = Bibliography(references: [reference, reference])
        #expect(bibliography.entries.count + bibliography.unkeyed.count == 1)
        #expect(Self.isBalanced(bibliography.bibTeX))
        #expect(bibliography.entries.allSatisfy { BibliographyKey.isUsable($0.key) })
        let starts = bibliography.bibTeX.split(separator: "\n").map { $0.prefix(1) }
        #expect(starts.allSatisfy { ["@", "}", "%", " "].contains($0) })
    }

    private static func publication(_ fields: [ReferenceField: String]) -> Reference {
        var reference = Reference(citation: "Words of a card")
        for (field, text) in fields { reference[field] = ReferenceFact(text) }
        return reference
    }

    private static let article = publication([
        .texkey: "Lees:2014xha", .authors: "Lees, J. P. and others", .collaboration: "BaBar",
        .title: "Search for a Z′ in e⁺e⁻ → νν\u{304}", .journal: "Z. Phys. C", .volume: "113", .pages: "150–155",
        .year: "2014", .arxiv: "1406.2980", .primaryClass: "hep-ex", .doi: "10.1103/PhysRevLett.113.201801",
    ])

    /// What the plain styles ask of an article is there; where it is not, they ask nothing.
    @Test func anArticleIsOne() {
        let bibliography = Bibliography(references: [Self.article], known: .none)
        #expect(
            bibliography.bibTeX == """
                @article{Lees:2014xha,
                  author = {Lees, J. P. and others},
                  collaboration = {{BaBar}},
                  title = {{Search for a Z$'$ in e\\textsuperscript{+}e\\textsuperscript{$-$} $\\to$ $\\nu$$\\bar{\\nu}$}},
                  journal = {Z. Phys. C},
                  volume = {113},
                  pages = {150--155},
                  year = {2014},
                  eprint = {1406.2980},
                  primaryClass = {hep-ex},
                  doi = {10.1103/PhysRevLett.113.201801},
                  archivePrefix = {arXiv}
                }

                """)
        #expect(
            bibliography.text
                == "Lees:2014xha: J. P. Lees et al. (BaBar), Search for a Z′ in e⁺e⁻ → νν\u{304}, Z. Phys. C 113, 150–155 "
                + "(2014), arXiv:1406.2980, doi:10.1103/PhysRevLett.113.201801\n")
    }

    @Test func whatIsNotPublishedIsNoArticle() {
        var preprint = Self.article
        preprint[.journal] = .notVerified
        #expect(Bibliography(references: [preprint], known: .none).bibTeX.hasPrefix("@misc{"))
        // A collaboration stands for its authors, and is named once.
        var collective = Self.article
        collective[.authors] = .notVerified
        let entry = Bibliography(references: [collective], known: .none).bibTeX
        #expect(entry.contains("author = {{BaBar Collaboration}}") && !entry.contains("collaboration = "))
        // Without a title the words of the card stand in its place, and nothing is told twice.
        var untitled = Self.article
        untitled[.title] = .notVerified
        let words = Bibliography(references: [untitled], known: .none).bibTeX
        #expect(words.contains("note = {{Words of a card}}") && !words.contains("journal"))
    }

    /// As REVTeX asks for it; and what BibTeX sorts an entry without authors by.
    @Test func someStylesAskForMore() {
        var fields = Self.article
        fields[.journal] = .stated("JHEP")
        #expect(Bibliography(references: [fields], known: .none).bibTeX.contains("number = {2014}"))
        #expect(!Bibliography(references: [Self.article], known: .none).bibTeX.contains("number ="))
        (fields[.authors], fields[.collaboration]) = (.notVerified, .noneExists)
        #expect(Bibliography(references: [fields], known: .none).bibTeX.contains("key = {Lees:2014xha}"))
    }

    /// One publication under several names is one entry, with one key.
    @Test func aPublicationIsCitedOnce() throws {
        let references = [
            Reference(arxiv: "1406.2980v1", citation: ""),
            Reference(doi: "10.1103/PHYSREVLETT.113.201801", citation: ""),
        ]
        let bibliography = Bibliography(references: references, known: Publications([Self.article]))
        #expect(bibliography.entries.map(\.key) == ["Lees:2014xha"] && bibliography.unkeyed.isEmpty)
        #expect(references.allSatisfy { BibliographyKey.key(of: $0, known: .init([Self.article])) == "Lees:2014xha" })
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
