import ConstraintKit
import Documents

/// The publications behind what was used, as BibTeX: each once, in the order of first use.
public struct Bibliography: Sendable {
    /// The references with a key of their own.
    public let entries: [Entry]
    /// References that name no publication a key could be made for.
    public let unkeyed: [Reference]

    public struct Entry: Sendable, Hashable {
        public var key: String
        public var reference: Reference
    }

    public init(_ cards: [Card]) { self.init(references: cards.flatMap(\.references)) }

    public init(references: [Reference]) {
        var seen: Set<String> = []
        var entries: [Entry] = []
        var unkeyed: [Reference] = []
        for reference in references {
            guard let key = BibliographyKey.key(of: reference) else {
                if !unkeyed.contains(reference) { unkeyed.append(reference) }
                continue
            }
            if seen.insert(key).inserted { entries.append(.init(key: key, reference: reference)) }
        }
        self.entries = entries
        self.unkeyed = unkeyed
    }

    /// The contents of a `.bib` file.
    public var bibTeX: String {
        let remarks = unkeyed.map { BibTeXText.remark("without identifier: \($0.citation)") }
        return (remarks + entries.map(Self.bibTeX)).joined(separator: "\n")
    }

    private static func bibTeX(_ entry: Entry) -> String {
        let reference = entry.reference
        var fields: [(String, String)] = []
        if let arxiv = reference.arxiv {
            fields += [("eprint", BibTeXText.identifier(arxiv)), ("archivePrefix", "{arXiv}")]
        }
        if let doi = reference.doi { fields.append(("doi", BibTeXText.identifier(doi))) }
        if !reference.citation.isEmpty { fields.append(("note", BibTeXText.value(reference.citation))) }
        let lines = fields.map { "  \($0.0) = \($0.1)" }
        return "@misc{\(entry.key)\(lines.isEmpty ? "" : ",\n" + lines.joined(separator: ",\n"))\n}\n"
    }
}
