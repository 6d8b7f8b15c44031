import ConstraintKit
import Foundation
import Testing

@testable import Physics

/// Curves under other conventions than they were derived with.
@Suite struct RescaledDocumentTests {
    private static func document(_ facts: [String: String], mixing: KineticMixing = .natural) throws -> Document {
        var card = Card(
            stem: "a", title: "a", kind: .observed, confidenceLevel: .stated(0.9), kineticMixing: mixing,
            method: .digitised)
        card.facts = facts
        let curve = try Curve(
            knots: [.init(mass: 1, coupling: 1e-4), .init(mass: 30, coupling: 2e-4), .init(mass: 900, coupling: 4e-3)])
        return Document(
            card: card,
            limits: [.init(name: "observed", kind: .observed, confidenceLevel: .stated(0.9), region: .above(curve))])
    }

    private static func conventions(_ mixing: KineticMixing) -> Conventions { Conventions(kineticMixing: mixing) }

    /// The couplings that are excluded under conventions.
    private static func excluded(
        _ document: Document, _ conventions: Conventions, at mass: Double
    ) throws -> CouplingIntervals? {
        let rescaled = try RescaledDocument(document, conventions)
        let bound = rescaled.bound(try CurveConstraint(rescaled.document, conventions))
        guard case .excludes(let couplings) = try bound.boundary(at: try Mass(inMeV: mass)) else { return nil }
        return couplings
    }

    private static func limit(_ document: Document, _ mixing: KineticMixing, at mass: Double) throws -> Double? {
        try excluded(document, conventions(mixing), at: mass)?.first?.lower
    }

    static let laws = [
        SignalLaw(power: 2, mixingPower: 1), .init(power: 4, mixingPower: 2), .init(power: 3, mixingPower: 2),
    ]

    /// The signal at the limit is what it was, whatever the mixing: S ∝ g′^a |ε|^b.
    @Test(arguments: laws, [KineticMixing.ratio(-0.1), .ratio(-1e-3), .fixed(-1e-5)])
    func theSignalAtTheLimitStays(law: SignalLaw, mixing: KineticMixing) throws {
        let document = try Self.document(
            ["signal_power": "\(law.power)", "mixing_power": "\(law.mixingPower)"])
        for mass in [1.0, 7, 30, 200, 900] {
            func signal(_ coupling: Double, _ epsilon: Double) -> Double {
                law.ownPower * log(coupling) + law.mixingPower * log(abs(epsilon))
            }
            let before = try #require(try Self.limit(document, .natural, at: mass))
            let after = try #require(try Self.limit(document, mixing, at: mass))
            let strength = try #require(mixing.strength())
            let epsilon = strength.epsilon(at: try Coupling(after))
            // Sums of logarithms of some 40.
            #expect(
                abs(signal(after, epsilon) - signal(before, NaturalMixing.perCoupling * before)) < 1e-12, "\(mass)")
        }
    }

    @Test func mixingAloneExcludesEveryCouplingOrNone() throws {
        let document = try Self.document(["signal_power": "2", "mixing_power": "2"])
        let limit = abs(NaturalMixing.perCoupling) * 1e-4
        let beyond = try Self.excluded(document, Self.conventions(.fixed(2 * limit)), at: 1)
        #expect(beyond?.count == 1 && beyond?.first?.lower == 0 && beyond?.first?.upper == .infinity)
        #expect(try Self.excluded(document, Self.conventions(.fixed(0.9 * limit)), at: 1) == .init())
        // Above 2m_e the Z′ is seen where it decays to electrons: S at the edge is that at the limit.
        let edge = try #require(try Self.excluded(document, Self.conventions(.fixed(1e-5)), at: 30)?.first?.lower)
        let width = Constants.elementaryCharge * 1e-5
        let unseen = edge * edge / (edge * edge + width * width)
        let limitOfMixing = abs(NaturalMixing.perCoupling) * 2e-4
        #expect(abs(1e-10 * unseen / (limitOfMixing * limitOfMixing) - 1) < 1e-9)
        // From ratio to ratio it is ε itself that stays.
        let ratio = try #require(try Self.limit(document, .ratio(-0.1), at: 1))
        #expect(abs(0.1 * ratio / limit - 1) < 1e-12)
    }

    /// The loops at the momentum of a Z′ on its shell, exact at every knot and between them to what a line bends along 2 %
    /// of the mass: 1e-4 far from the threshold of muon pairs, where ε has a kink.
    @Test func mixingThatRunsGoesWithTheMass() throws {
        let produced = try Self.document(["signal_power": "2", "mixing_power": "2"])
        for mass in [1.0, 5, 30, 100, 700, 900] {
            let before = try #require(try Self.limit(produced, .natural, at: mass))
            let after = try #require(try Self.limit(produced, .running, at: mass))
            let ratio = NaturalMixing.perCoupling(squaredMomentum: mass * mass) / NaturalMixing.perCoupling
            #expect(abs(after / before * abs(ratio) - 1) < 1e-4, "\(mass)")
        }
        // What is exchanged at low energy has the mixing of q² = 0.
        let exchanged = try Self.document(["signal_power": "2", "mixing_power": "1"])
        #expect(try Self.limit(exchanged, .running, at: 100) == Self.limit(exchanged, .natural, at: 100))
    }

    @Test func whatIsNotSaidIsNotRescaled() throws {
        let silent = try Self.document([:])
        #expect(try Self.excluded(silent, Self.conventions(.ratio(-0.1)), at: 1) == nil)
        let known = try Self.document(["signal_power": "2", "mixing_power": "1"])
        #expect(try Self.excluded(known, Self.conventions(.none), at: 1) == nil, "without mixing it says nothing")
        #expect(
            try Self.excluded(known, Self.conventions(.ratio(0.1)), at: 1) == nil, "an interference has a sign")
        let quadratic = try Self.document(["signal_power": "4", "mixing_power": "2"])
        #expect(try Self.limit(quadratic, .ratio(0.1), at: 1) == Self.limit(quadratic, .ratio(-0.1), at: 1))
        #expect(try RescaledDocument(known, Self.conventions(.natural)).document == known)
    }

    @Test func aLevelIsConvertedAndSaid() throws {
        var conventions = Conventions()
        conventions.confidenceLevel = 0.95
        let facts = ["statistic_kind": "counting", "signal_power": "2"]
        let rescaled = try RescaledDocument(Self.document(facts, mixing: .none), conventions)
        #expect(rescaled.notes == ["90 % → 95 % by N_CL: ×1.14"])
        #expect(rescaled.document.card.confidenceLevel == .converted(0.95))
        #expect(rescaled.document.limits[0].confidenceLevel == .converted(0.95))
        let limit = try #require(
            try Self.excluded(Self.document(facts, mixing: .none), conventions, at: 1)?.first?.lower)
        #expect(abs(limit / 1e-4 - 1.140627) < 1e-6)
        let other = try Self.document(["statistic_kind": "cls", "signal_power": "2"], mixing: .none)
        #expect(try RescaledDocument(other, conventions).document == other)
    }

    @Test func chargesOfTheMuonRescale() throws {
        var conventions = Conventions()
        conventions.charges = LeptonCharges(ChargeMatrix(diagonal: [0, 2, -2]))
        let muons = try Self.document(["charge_rule": "muon"], mixing: .none)
        let rescaled = try RescaledDocument(muons, conventions)
        #expect(rescaled.followsCharges && rescaled.notes == ["g′ goes with |q_μ| = 2"])
        let limit = try #require(try Self.excluded(muons, conventions, at: 1)?.first?.lower)
        #expect(abs(limit / 5e-5 - 1) < 1e-12)
        #expect(try !RescaledDocument(Self.document([:], mixing: .none), conventions).followsCharges)
        for charges in [SIMD3(0.0, 0, 1), SIMD3(1.0, 1, 1)] {
            conventions.charges = LeptonCharges(ChargeMatrix(diagonal: charges))
            #expect(try !RescaledDocument(muons, conventions).followsCharges, "\(charges)")
        }
    }
}
