import ConstraintKit
import Testing

@testable import CurveArchive

/// The publications that the program knows.
@Suite struct PublicationsTests {
    private static func read(_ entry: [String: String]) throws(AddressBookError) -> [Reference] {
        let lines = entry.map { "    \($0.key): \"\($0.value)\"" }.sorted().joined(separator: "\n")
        return try Publications.read(yaml: Array("publications:\n  -\n\(lines)\n".utf8))
    }

    private static let whole = Dictionary(
        uniqueKeysWithValues: ReferenceField.all.map { ($0.key, ReferenceFact.notVerified.words) })

    /// Each is there once, and can be found; what its number at arXiv says and its year agree.
    @Test func theListIsSound() throws {
        let known = try Publications()
        #expect(known.all.count > 60)
        var names: Set<String> = []
        for publication in known.all {
            let identifiers = [publication.texkey, publication.arxiv, publication.doi].compactMap(\.self)
            #expect(!identifiers.isEmpty)
            for identifier in identifiers { #expect(names.insert(identifier).inserted, "\(identifier) stands twice") }
            let year = publication[.year].text.flatMap { Int($0) }
            // A journal appears after the preprint, by some years at most.
            if let year, let number = publication.arxiv, let submitted = Int(number.prefix(2)) {
                #expect((2000 + submitted...2000 + submitted + 3).contains(year), "\(number) in \(year)")
            }
            // Whoever has no number there has no class there.
            #expect(publication[.arxiv] != .noneExists || publication[.primaryClass] == .noneExists)
            for field in ReferenceField.all {
                let text = publication[field].words
                #expect(text == text.split(separator: " ").joined(separator: " ") && !text.contains("  "))
                #expect(!text.contains("inferred") && !text.contains("$") && !text.contains("\\"), "\(text)")
            }
        }
    }

    /// Whatever a card of the program or a bound that is missing names is in the list, under the same identifiers.
    @Test func everyPublicationThatIsNamedIsKnown() throws {
        let known = try Publications()
        let cards = Catalogue(paths: ArchivePaths(environment: [:])).entries().entries.flatMap(
            \.document.card.references)
        let missing = try MissingBounds().all.flatMap { [$0.reference] + ($0.interpretation.map { [$0] } ?? []) }
        #expect(cards.count > 40 && missing.count > 20)
        for reference in cards + missing where reference.isIdentified {
            let publication = try #require(known[reference], "\(reference)")
            for field in [ReferenceField.texkey, .arxiv, .doi] {
                guard let own = reference[field].text else { continue }
                #expect(publication[field] == .stated(own), "\(reference)")
            }
            #expect(known.completed(reference)[.year].text != nil)
        }
    }

    @Test(arguments: ReferenceField.all.map(\.key)) func anEmptyFieldIsRefused(key: String) throws {
        #expect(try Self.read(Self.whole).count == 1)
        var entry = Self.whole
        entry[key] = ""
        #expect(throws: AddressBookError.self) { try Self.read(entry) }
        entry[key] = nil
        #expect(throws: AddressBookError.self) { try Self.read(entry) }
        entry = Self.whole
        entry["\(key)s"] = "a slip"
        #expect(throws: AddressBookError.self) { try Self.read(entry) }
    }

    /// By any identifier, one with a version or in capitals too; what a reference states itself stays.
    @Test func aReferenceIsCompleted() throws {
        var publication = Reference(
            texkey: "Laha:2013xua", arxiv: "1304.3460", doi: "10.1103/PhysRevD.89", citation: "")
        publication[.title] = .stated("Constraints")
        publication[.collaboration] = .noneExists
        let known = Publications([publication])
        let named = [
            Reference(texkey: "Laha:2013xua", citation: "x"), Reference(arxiv: "1304.3460v2", citation: "x"),
            Reference(doi: "10.1103/PHYSREVD.89", citation: "x"),
        ]
        for reference in named {
            let completed = known.completed(reference)
            #expect(completed[.title] == .stated("Constraints") && completed[.collaboration] == .noneExists)
            #expect(completed[.journal] == .notVerified && completed.citation == "x")
            #expect(completed.texkey == "Laha:2013xua")
            #expect(
                completed.arxiv == reference.arxiv ?? "1304.3460" && completed.doi == reference.doi ?? publication.doi)
        }
        var own = named[0]
        own[.title] = .stated("Another")
        #expect(known.completed(own)[.title] == .stated("Another"))
        let stranger = Reference(citation: "words")
        #expect(known.completed(stranger) == stranger)
    }

    /// Of one publication the number, of another the DOI: neither is told of it.
    @Test func fieldsOfTwoPublicationsAreNotMixed() throws {
        let known = try Publications()
        let whole = known.all.filter { $0.arxiv != nil && $0.doi != nil }
        let (first, second) = (try #require(whole.first), try #require(whole.last))
        #expect(first != second)
        let mixed = Reference(arxiv: first.arxiv, doi: second.doi, citation: "mixed")
        #expect(known[mixed] == nil && known.completed(mixed) == mixed)
        let unknown = Reference(arxiv: first.arxiv, doi: "10.1000/unknown", citation: "mixed")
        #expect(known[unknown] == nil)
        let versioned = Reference(arxiv: first.arxiv.map { $0 + "v2" }, doi: first.doi?.uppercased(), citation: "")
        #expect(known[versioned] == first)
    }
}
