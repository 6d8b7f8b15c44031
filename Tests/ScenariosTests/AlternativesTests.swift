import ConstraintKit
import CurveArchive
import Testing

@testable import Scenarios

/// Which bounds exclude one another is what their documents say.
@Suite struct AlternativesTests {
    private static let catalogue = Catalogue(paths: ArchivePaths(environment: [:]))

    private static func entry(_ stem: String, group: String, shortName: String? = nil) -> CatalogueEntry {
        var card = Card(stem: stem, title: stem, kind: .observed, confidenceLevel: .stated(0.9), method: .published)
        card.facts = ["alternatives": group]
        card.facts["short_name"] = shortName
        return CatalogueEntry(given: Document(card: card, parameters: ["x": 1]))
    }

    private static func declared(_ entries: CatalogueEntry...) -> DeclaredAlternatives {
        DeclaredAlternatives(of: [], in: catalogue, given: entries)
    }

    @Test func thoseOfTheProgramDeclareTheirs() throws {
        let declared = DeclaredAlternatives(in: Self.catalogue)
        #expect(declared.members(of: "muon g-2").map(\.shortName) == ["bmw21", "wp20", "wp25"])
        // What the shipped scenarios call alternatives, documents do too.
        for name in Scenario.shippedNames {
            for group in try Scenario.shipped(name).alternatives {
                for stem in group.stems { #expect(declared.group(of: stem) == group.name) }
            }
        }
    }

    @Test func oneOfTheUsersJoinsItsGroupAndCountsWhenChosen() throws {
        let declared = Self.declared(Self.entry("mine-2025", group: "muon g-2", shortName: "mine"))
        var scenario = try Scenario.shipped("paper")
        let bounds = scenario.bounds
        try scenario.join(["mine-2025"], declared)
        #expect(scenario.bounds == bounds)
        #expect(scenario.alternatives.map(\.others) == [["g-2-bmw21", "mine-2025"]])
        scenario.count("mine-2025", in: "muon g-2", declared)
        #expect(scenario.alternatives.first?.counts == "mine-2025")
        #expect(scenario.alternatives.first?.others == ["g-2-wp20", "g-2-bmw21"])
        #expect(declared.members(of: "muon g-2").last?.shortName == "mine")
    }

    @Test func aGroupUnderAnotherNameIsKnownByItsBounds() throws {
        var scenario = try Scenario.shipped("paper")
        scenario.alternatives[0].name = "the muon"
        try scenario.join(["mine-2025"], Self.declared(Self.entry("mine-2025", group: "muon g-2")))
        #expect(scenario.alternatives.map(\.others) == [["g-2-bmw21", "mine-2025"]])
    }

    @Test func theFirstOfANewGroupCounts() throws {
        let declared = Self.declared(
            Self.entry("a-2025", group: "supernova"), Self.entry("b-2025", group: "supernova"))
        var scenario = try Scenario.shipped("paper")
        try scenario.join(["a-2025", "b-2025"], declared)
        #expect(scenario.alternatives.last == .init(name: "supernova", counts: "a-2025", others: ["b-2025"]))
        try scenario.keep(only: ["b-2025"], declared)
        #expect(scenario.alternatives == [.init(name: "supernova", counts: "b-2025", others: [])])
    }

    @Test(arguments: ["muon g2", "Muon G-3", "moun g-2"])
    func aSlipInAGroupsNameIsAnError(group: String) throws {
        let declared = Self.declared(Self.entry("mine-2025", group: group))
        for name in Scenario.shippedNames {
            var scenario = try Scenario.shipped(name)
            #expect(
                throws: AlternativesError.unknownGroup(stem: "mine-2025", group: group, nearest: "muon g-2")
            ) { try scenario.join(["mine-2025"], declared) }
        }
    }
}
