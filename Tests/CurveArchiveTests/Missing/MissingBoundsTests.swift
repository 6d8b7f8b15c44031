import ConstraintKit
import Testing

@testable import CurveArchive

@Suite struct MissingBoundsTests {
    private static func read(_ entry: String) throws(AddressBookError) -> [MissingBound] {
        try MissingBounds.read(yaml: Array("missing:\n\(entry)".utf8))
    }

    private static let facts = "title: A, citation: B, statement: C, basis: stated, why: D"

    /// Nothing that the program carries is missing, and what can be fetched is what the record of HEPData is known of.
    @Test func theProgramsOwnList() throws {
        let missing = try MissingBounds()
        let stems = missing.all.map(\.stem)
        #expect(Set(stems).isDisjoint(with: BundledFiles.ofProgram.stems))
        #expect(missing.fetchable == ["belle2-2022-invisible", "atlas-2023-4mu"])
        for name in ["SN1987A", "PandaX", "LZ", "NA64μ", "Belle II 4μ", "CMS 4μ", "E137", "Orsay"] {
            #expect(missing.all.contains { $0.title.contains(name) }, "\(name)")
        }
        // As ../shared/physics.md §5 and the abstracts have it.
        let belle = try #require(missing["belle2-2022-invisible"])
        #expect(belle.statement(at: try Mass(inMeV: 100)) == .limits(3e-3...1))
        #expect(belle.statement(at: try Mass(inMeV: 8001)) == .none)
        let four = try #require(missing["belle2-2024-4mu"])
        #expect(four.statement(at: try Mass(inMeV: 5000)) == .limits(8e-4...0.039))
        #expect(four.statement(at: try Mass(inMeV: 7000)) == .withoutNumber)
        #expect(missing["sn1987a"]?.statement(at: try Mass(inMeV: 6.5)) == .limits(1e-9...1e-9))
        #expect(missing.missing(beside: stems.dropFirst()).all.map(\.stem) == [stems[0]])
    }

    /// What is looked up at each start is what the reader of the whole catalogue finds.
    @Test func whatHasAnAddressIsWhatTheCatalogueSays() throws {
        let contents = try #require(BundledFiles.ofProgram[AddressBook.fileName]).contents()
        let book = try AddressBook(yaml: contents)
        let addressed = try AddressBook.addressedStems(ofYAML: contents)
        #expect(addressed == Set(book.entries.keys.filter { !book.addresses(of: $0).isEmpty }))
        #expect(!addressed.isEmpty && addressed.count < book.entries.count)
    }

    /// Whatever else the file holds, a wrong value is found in its place.
    @Test func aSlipIsFoundInTheFile() throws {
        let error = try #require(throws: AddressBookError.self) {
            try Self.read("- {stem: b, \(Self.facts)}\n- {stem: a, \(Self.facts),\n   reach: [{masses_MeV: [2, 1]}]}")
        }
        guard case .at(let place, .wrongValue(let path, let found, _)) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(place.line == 4 && path == "missing[1].reach[0].masses_MeV" && found == "2, 1")
        #expect(throws: AddressBookError.wrongKind(path: "missing[0].title", expected: "a text")) {
            do throws(AddressBookError) {
                _ = try Self.read("- {stem: a, title: [A], citation: B, basis: stated}")
            } catch {
                if case .at(_, let cause) = error { throw cause }
                throw error
            }
        }
    }

    @Test func aReachIsAskedAtAMass() throws {
        let bound = try #require(
            try Self.read(
                "- {stem: a, \(Self.facts), reach: [{masses_MeV: [1, 10], couplings: [1e-3, 1e-2]}, "
                    + "{masses_MeV: [10, 20], couplings: [5e-4]}, {masses_MeV: [20, 30]}]}"
            ).first)
        #expect(bound.statement(at: try Mass(inMeV: 0.9)) == .none)
        #expect(bound.statement(at: try Mass(inMeV: 5)) == .limits(1e-3...1e-2))
        // Where two parts meet, both hold.
        #expect(bound.statement(at: try Mass(inMeV: 10)) == .limits(5e-4...1e-2))
        #expect(bound.statement(at: try Mass(inMeV: 25)) == .withoutNumber)
        #expect(bound.statement(on: 0.1...100) == .limits(5e-4...1e-2))
        #expect(bound.overlaps(masses: 1...5, couplings: 1e-5...1e-3))
        #expect(!bound.overlaps(masses: 1...5, couplings: 1e-5...9e-4))
        #expect(!bound.overlaps(masses: 31...50, couplings: 1e-5...1))
        let unknown = try #require(try Self.read("- {stem: a, \(Self.facts)}").first)
        #expect(unknown.statement(at: try Mass(inMeV: 1)) == .withoutNumber)
    }

    /// What needs mixing is silent without, and limits on ε become couplings with the mixing that is granted.
    @Test func visibleDecaysAreStatedWhereMixingReachesThem() throws {
        let bounds = MissingBounds(
            try Self.read(
                "- {stem: a, \(Self.facts), needs: mixing, reach: [{masses_MeV: [2, 20], mixings: [1e-7, 1e-4]}, "
                    + "{masses_MeV: [20, 200], mixings: [3e-4]}]}\n"
                    + "- {stem: b, \(Self.facts), needs: mixing, reach: [{masses_MeV: [2, 20]}]}"))
        for bound in bounds.all { #expect(bound.statement(on: 2...200) == .none) }
        let fixed = bounds.granting(.fixed(1e-3))
        #expect(fixed["a"]?.statement(at: try Mass(inMeV: 10)) == MissingBound.Statement.none)
        #expect(fixed["b"]?.statement(at: try Mass(inMeV: 10)) == .withoutNumber)
        guard case .visibleDecays(let mixings, let couplings)? = fixed["a"]?.statement(at: try Mass(inMeV: 50)) else {
            Issue.record("nothing is stated at 50 MeV")
            return
        }
        #expect(mixings == 3e-4 ... .infinity && couplings.lowerBound == 0)
        let statement = try #require(fixed["a"]?.statement(at: try Mass(inMeV: 50)))
        #expect(statement.mayExclude(1e-6) && !statement.mayExclude(couplings.upperBound * 1.1))
        #expect(fixed["a"]?.overlaps(masses: 40...60, couplings: 1e-2...1) == false)
        guard case .visibleDecays(let all, _)? = bounds.granting(.natural)["a"]?.statement(on: 2...200) else {
            Issue.record("nothing is stated with natural mixing")
            return
        }
        #expect(all == 1e-7 ... .infinity)
    }

    /// A list that can't be read is an error, and no answer goes without it.
    @Test func aListThatCannotBeReadEndsTheAnswer() throws {
        let broken = BundledFiles([.init(path: MissingBounds.fileName) { Array("missing:\n  - {stem: a}\n".utf8) }])
        #expect(throws: AddressFileError.self) { try MissingBounds(bundled: broken) }
        let catalogue = Catalogue(
            paths: .none, missing: { () throws(AddressFileError) in try MissingBounds(bundled: broken) })
        #expect(throws: AddressFileError.self) { try catalogue.ownStems }
        #expect(try Catalogue(paths: .none).ownStems.isEmpty)
    }

    /// A slip of the pen is an error with its place.
    @Test(arguments: [
        "- {stem: a b, \(facts)}", "- {stem: a, \(facts)}\n- {stem: a, \(facts)}", "- {stem: a, \(facts), reech: []}",
        "- {stem: a, title: A}", "- {stem: a, \(facts.replacing("stated", with: "heard"))}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [2, 1]}]}", "- {stem: a, \(facts), reach: [{masses_MeV: [1]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [-1, 1]}]}", "- {stem: a, \(facts), reach: [{couplings: [1]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [1, 2], couplings: [0, 1]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [1, 2], couplings: [1, x]}]}",
        "- {stem: a, \(facts), needs: photons}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [1, 2], couplings: [1], mixings: [1]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [0, 2], mixings: [1]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [1, 2], mixings: [1, 2, 3]}]}",
        "- {stem: a, \(facts), reach: [{masses_MeV: [1, 2], coupling: [1]}]}", "- &a {stem: a, \(facts)}",
    ]) func aWrongEntryIsRefused(_ entry: String) {
        #expect(throws: AddressBookError.self) { try Self.read(entry) }
    }
}
