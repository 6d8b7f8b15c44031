import ConstraintKit
import Scenarios
import Testing

@testable import Assessment

/// What a bound says that it is besides is what it conforms to: casts are not asked at each start, and agree.
@Suite struct AspectTests {
    @Test(arguments: Scenario.shippedNames) func everyBoundSaysWhatItIs(name: String) throws {
        let bounds = try BoundSet(
            Scenario.shipped(name), catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds()
        ).bounds
        #expect(!bounds.isEmpty)
        for bound in bounds {
            let (own, stem) = (bound.constraint, bound.card.stem)
            #expect((own.likelihoodBound != nil) == (own is any LikelihoodBound), "\(stem)")
            #expect((own.undecidedBound != nil) == (own is any UndecidedBound), "\(stem)")
            #expect(own.massBound?.massEdge == (own as? any MassBound)?.massEdge, "\(stem)")
            let adapted = (own as? any AdaptedBound)?.adapted(bound.card) ?? bound.card
            #expect((own.adaptedBound?.adapted(bound.card) ?? bound.card) == adapted, "\(stem)")
            let followsCharges = (own as? any ChargedBound)?.followsCharges == true
            #expect((own.chargedBound?.followsCharges == true) == followsCharges, "\(stem)")
            let followsAngles = (own as? any LeptonMixingBound)?.followsLeptonMixing == true
            #expect((own.leptonMixingBound?.followsLeptonMixing == true) == followsAngles, "\(stem)")
            let computesNeff = (own as? any NeutrinoNumberBound)?.computesNeff == true
            #expect((own.neutrinoNumberBound?.computesNeff == true) == computesNeff, "\(stem)")
            for mass in try [Mass(inMeV: 6.5), Mass(inMeV: 0.1)] {
                let coupling = try Coupling(4.5e-4)
                let remark = try (own as? any RemarkingBound)?.remark(at: mass, coupling: coupling)
                #expect(try own.remarkingBound?.remark(at: mass, coupling: coupling) == remark, "\(stem)")
            }
        }
    }

    /// The comparison above is one of something: some bound of the program is each of these.
    @Test func someBoundIsEach() throws {
        let bounds = try Scenario.shippedNames.flatMap { name in
            try BoundSet(Scenario.shipped(name), catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds()).bounds
        }.map(\.constraint)
        #expect(bounds.contains { $0.likelihoodBound != nil } && bounds.contains { $0.likelihoodBound == nil })
        #expect(bounds.contains { $0.undecidedBound != nil } && bounds.contains { $0.remarkingBound != nil })
        #expect(bounds.contains { $0.massBound?.massEdge != nil } && bounds.contains { $0.adaptedBound != nil })
        #expect(bounds.contains { $0.chargedBound?.followsCharges == true })
        #expect(bounds.contains { $0.leptonMixingBound?.followsLeptonMixing == true })
        #expect(bounds.contains { $0.neutrinoNumberBound?.computesNeff == true })
    }
}
