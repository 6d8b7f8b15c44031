import Assessment
import ConstraintKit
import Scenarios
import Testing

/// The largest N_eff that a scenario grants.
@Suite("The N_eff that is granted")
struct GrantedNeffTests {
    @Test("It is the limit of the bound of a thermalised Z′, whose card says so")
    func thermal() throws {
        var conventions = Conventions()
        conventions.greatestNeff = 3.9
        let document = BundledDocuments.neff(limit: 3.33)
        let neff = try LinkedBounds().constraint(document, conventions)
        // N_eff is 3.803 at 6.5 MeV and 4.133 at 5 MeV.
        #expect(try neff.boundary(at: try Mass(inMeV: 6.5)) == .excludes(.init()))
        #expect(try neff.limit(at: 5) == 1e-9)
        let card = try #require(neff as? any AdaptedBound).adapted(document.card)
        #expect(card.title == "N_eff < 3.9" && card.confidenceLevel == .notStated)
        let own = try #require(try LinkedBounds().constraint(document, Conventions()) as? any AdaptedBound)
        #expect(own.adapted(document.card) == document.card)
    }

    @Test("It is ignored where no bound computes N_eff", arguments: [("paper", true), ("consistent", false)])
    func ignored(name: String, isIgnored: Bool) throws {
        var scenario = try Scenario.shipped(name)
        let linkedBounds = try LinkedBounds()
        #expect(
            try !BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: linkedBounds).ignoresGreatestNeff)
        scenario.conventions.greatestNeff = 3.2
        let bounds = try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: linkedBounds)
        #expect(bounds.ignoresGreatestNeff == isIgnored)
    }
}
