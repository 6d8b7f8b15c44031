import ConstraintKit
import CurveArchive
import Documents

/// The publications behind what was used: each once, in the order of first use, with what the program knows of their fields.
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

    /// - Parameter known: where fields are that a reference does not state itself.
    public init(references: [Reference], known: Publications = .ofProgram) {
        var seen: Set<String> = []
        var entries: [Entry] = []
        var unkeyed: [Reference] = []
        for reference in references {
            guard let key = BibliographyKey.key(of: reference, known: known) else {
                if !unkeyed.contains(reference) { unkeyed.append(reference) }
                continue
            }
            if seen.insert(key).inserted { entries.append(.init(key: key, reference: known.completed(reference))) }
        }
        self.entries = entries
        self.unkeyed = unkeyed
    }

    /// The contents of a `.bib` file.
    public var bibTeX: String {
        let remarks = unkeyed.map { BibTeXText.remark("without identifier: \($0.citation)") }
        return (remarks + entries.map(\.bibTeX)).joined(separator: "\n")
    }
}
