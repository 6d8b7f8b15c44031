import ConstraintKit
import Testing

@Suite struct CurveConstraintTests {
    func document(kind: Kind = .observed, limits: [Limit], mixing: KineticMixing = .none) -> Document {
        Document(
            card: Card(
                stem: "made-up", title: "made up", kind: kind, confidenceLevel: .stated(0.9), kineticMixing: mixing,
                method: .computed), limits: limits)
    }

    func limit(_ kind: Kind, from: Double, to: Double, at coupling: Double) throws -> Limit {
        let curve = try Curve(knots: [.init(mass: from, coupling: coupling), .init(mass: to, coupling: coupling)])
        return Limit(name: "\(kind)", kind: kind, confidenceLevel: .stated(0.9), region: .above(curve))
    }

    @Test func onlyCurvesOfTheCardsKindCount() throws {
        let document = document(limits: [
            try limit(.observed, from: 1, to: 10, at: 1e-3), try limit(.expected, from: 1, to: 100, at: 1e-4),
        ])
        let bound = try CurveConstraint(document, Conventions())
        #expect(bound.boundary(at: try Mass(inMeV: 5)) == .excludes(.init(.above(1e-3))))
        #expect(bound.boundary(at: try Mass(inMeV: 50)) == .silent(.outsideRange(lower: 1, upper: 10)))
    }

    @Test func severalCurvesSpeakWhereAnyDoes() throws {
        let document = document(limits: [
            try limit(.observed, from: 1, to: 10, at: 1e-3), try limit(.observed, from: 5, to: 100, at: 1e-4),
        ])
        let bound = try CurveConstraint(document, Conventions())
        #expect(bound.boundary(at: try Mass(inMeV: 2)) == .excludes(.init(.above(1e-3))))
        #expect(bound.boundary(at: try Mass(inMeV: 7)) == .excludes(.init(.above(1e-4))))
        #expect(bound.boundary(at: try Mass(inMeV: 70)) == .excludes(.init(.above(1e-4))))
    }

    @Test func withoutACurveThereIsNoBound() {
        #expect(throws: DocumentError.noLimit(stem: "made-up")) {
            try CurveConstraint(document(limits: []), Conventions())
        }
    }

    @Test func aBoundThatNeedsMixingIsSilentWithoutIt() throws {
        let document = document(limits: [try limit(.observed, from: 1, to: 10, at: 1e-3)], mixing: .natural)
        let mass = try Mass(inMeV: 5)
        guard case .silent(.assumptionNotMade) = try CurveConstraint(document, Conventions()).boundary(at: mass) else {
            Issue.record("it speaks without mixing")
            return
        }
        let natural = Conventions(kineticMixing: .natural)
        #expect(try CurveConstraint(document, natural).boundary(at: mass) == .excludes(.init(.above(1e-3))))
    }

    @Test func aRowSaysWhatItsMassesSay() throws {
        let document = document(limits: [try limit(.observed, from: 1, to: 10, at: 1e-3)])
        let bound = try CurveConstraint(document, Conventions())
        let row = try MassRow([0.5, 1, 3, 10, 11].map { try Mass(inMeV: $0) })
        #expect(Array(bound.boundaries(along: row)) == row.map { bound.boundary(at: $0) })
    }

    @Test func massesOfARowMustRise() {
        #expect(throws: MassRowError.notRising(index: 1)) { try MassRow([try Mass(inMeV: 2), try Mass(inMeV: 2)]) }
    }

    @Test(arguments: ["na64mu-2024", "A_1", "9x"])
    func stems(text: String) { #expect(Card.isStem(text)) }

    @Test(arguments: ["", "../x", "a/b", "-x", "a b", "ä", ".vot", String(repeating: "a", count: 65)])
    func whatIsNoStem(text: String) { #expect(!Card.isStem(text)) }
}
