import ConstraintKit
import Testing

@testable import CurveFormats

/// The fields of a publication in what users write.
@Suite struct ReferenceFieldTests {
    /// A line of a text says any field, by the keys that documents have.
    @Test func aLineSaysEachField() throws {
        let said = Reference.keys.map { "\($0)=some \($0)" }.joined(separator: ";")
        let references = try TextForm.references.read(said)
        let reference = try #require(references.first)
        #expect(references.count == 1 && reference.citation == "some citation")
        for field in ReferenceField.all { #expect(reference[field] == .stated("some \(field.key)")) }
        #expect(TextForm.references.write(references) == said)
        #expect(throws: UnreadableText.self) { try TextForm.references.read("arxiv=1304.3460;publisher=x") }
    }

    /// Words say that there is none, or that nobody knows; they are no identifiers.
    @Test func whatIsNotStatedIsNoIdentifier() throws {
        let reference = try #require(
            try TextForm.references.read("arxiv=none exists;doi=not verified;citation=x").first)
        #expect(reference[.arxiv] == .noneExists && reference[.doi] == .notVerified)
        #expect(reference.arxiv == nil && reference.doi == nil && !reference.isIdentified)
    }

    /// Documents from before there were fields have a citation in words, and say no more.
    @Test func aFreeCitationReads() throws {
        let reference = try #require(try TextForm.references.read("R. Laha et al., arXiv:1304.3460").first)
        #expect(reference.arxiv == "1304.3460" && reference.citation == "R. Laha et al., arXiv:1304.3460")
        #expect(reference.facts.isEmpty)
        for field in ReferenceField.all where field != .arxiv { #expect(reference[field] == .notVerified) }
        guard case .record(let members) = reference.value else {
            Issue.record("a reference is a record")
            return
        }
        #expect(Set(members.map(\.key)) == Set(Reference.keys))
    }
}
