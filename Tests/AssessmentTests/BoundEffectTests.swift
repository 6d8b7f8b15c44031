import ConstraintKit
import CurveArchive
import Testing

@testable import Assessment

/// What a bound takes, against areas that follow from the edges in decades: levels are powers of ten, so shares are
/// simple fractions. The tolerance is that of sums over four hundred columns.
@Suite struct BoundEffectTests {
    private static func document(_ region: Region, kind: Kind = .observed) -> Document {
        let level = ConfidenceLevel.stated(0.9)
        return Document(
            card: Card(stem: "mine", title: "Mine", kind: kind, confidenceLevel: level, method: .published),
            limits: [Limit(name: "curve", kind: kind, confidenceLevel: level, region: region)])
    }

    private static func flat(_ coupling: Double, from lower: Double = 1, to upper: Double = 100) throws -> Curve {
        try Curve(knots: [.init(mass: lower, coupling: coupling), .init(mass: upper, coupling: coupling)])
    }

    private static func bound(_ document: Document, stem: String = "mine") throws -> Bound {
        var card = document.card
        card.stem = stem
        return Bound(
            card: card, role: card.kind == .observed ? .decides : .informs, origin: .bundled, contents: [], caveat: nil,
            constraint: try CurveConstraint(document, Conventions()))
    }

    private static func effect(_ region: Region, kind: Kind = .observed, against limit: Double) throws -> BoundEffect {
        let present = try bound(document(.above(try flat(limit))), stem: "present")
        let document = document(region, kind: kind)
        let new = try bound(document)
        return BoundEffect(of: new, document, before: [present], after: [present, new])
    }

    @Test func anUpperLimitTakesADecadeOfTwo() throws {
        // g′ from 1e-5 to 1e-3 was open, and 1e-4 to 1e-3 is taken.
        let effect = try Self.effect(.above(try Self.flat(1e-4)), against: 1e-3)
        let share = try #require(effect.excludedShare)
        #expect(abs(share - 0.5) < 1e-12)
        #expect(effect.massRange == 1...100 && effect.openedShare == 0)
        let edge = try #require(effect.lowestEdge)
        #expect(edge.coupling == 1e-4 && edge.before?.limit == 1e-3 && edge.before?.bound.card.stem == "present")
    }

    @Test func aWeakerLimitTakesNothing() throws {
        let effect = try Self.effect(.above(try Self.flat(1e-2)), against: 1e-3)
        #expect(effect.excludedShare == 0 && effect.greatestGain == nil)
    }

    @Test func aLimitInPlaceOfAStrongerOneOpensWhatThatExcluded() throws {
        let old = try Self.bound(Self.document(.above(try Self.flat(1e-3))))
        let document = Self.document(.above(try Self.flat(1e-2)))
        let new = try Self.bound(document)
        let effect = BoundEffect(of: new, document, before: [old], after: [new])
        #expect(effect.excludedShare == 0 && abs(effect.openedShare - 0.5) < 1e-12)
    }

    @Test func aProjectionWouldTakeTheSame() throws {
        let effect = try Self.effect(.above(try Self.flat(1e-4)), kind: .projected, against: 1e-3)
        let share = try #require(effect.excludedShare)
        #expect(effect.bound.role == .informs && abs(share - 0.5) < 1e-12)
    }

    /// What does not decide excludes nothing, however far it reaches: all that the limit excluded is open then.
    @Test(arguments: [Kind.projected, .preferred]) func whatOnlyInformsInPlaceOfALimitOpensAllOfIt(kind: Kind) throws {
        let old = try Self.bound(Self.document(.above(try Self.flat(1e-3))))
        let document = Self.document(.above(try Self.flat(1e-4)), kind: kind)
        let new = try Self.bound(document)
        let effect = BoundEffect(of: new, document, before: [old], after: [new])
        #expect(abs(effect.openedShare - 1) < 1e-12)
    }

    @Test func aBandSaysHowMuchOfItIsOpen() throws {
        // Half of 1e-4 to 1e-2 lies below 1e-3.
        let band = Region.between(try Band(Self.flat(1e-4), Self.flat(1e-2)))
        let effect = try Self.effect(band, kind: .preferred, against: 1e-3)
        let share = try #require(effect.openShareOfBand)
        #expect(effect.excludedShare == nil && abs(share - 0.5) < 1e-9)
    }

    @Test func aBoundOnTheMassTakesAllThatWasOpenBelowIt() throws {
        let effect = try Self.effect(.belowMass(try Mass(inMeV: 10), .above(1e-9)), against: 1e-3)
        #expect(effect.massRange == 1...10 && effect.couplingRange.lowerBound <= 1e-9 * (1 + 1e-12))
        // At the edge itself nothing is excluded, which costs half a column of four hundred.
        let share = try #require(effect.excludedShare)
        #expect(share > 0.997)
    }

    @Test func whatIsSilentSaysWhy() throws {
        var document = Self.document(.above(try Self.flat(1e-4)))
        document.card.kineticMixing = .natural
        let bound = try Self.bound(document)
        let effect = BoundEffect(of: bound, document, before: [], after: [bound])
        #expect(effect.silence == .assumptionNotMade("it needs the natural kinetic mixing"))
        #expect(effect.excludedShare == 0 && effect.lowestEdge == nil)
    }
}
