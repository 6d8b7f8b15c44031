import ConstraintKit
import Foundation
import Testing

@testable import Assessment

/// A bound that answers what a test wants, and gives a likelihood where the test has one.
struct ScriptedBound: LikelihoodBound {
    var answer: Boundary
    var logLikelihood: (@Sendable (Double) -> Double)?

    func boundary(at mass: Mass) throws -> Boundary { answer }
    func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        guard let logLikelihood else { throw DocumentError.noLikelihood(stem: "scripted") }
        return logLikelihood(coupling.value)
    }

    static func bound(
        _ stem: String, _ answer: Boundary, facts: [String: String] = [:], level: ConfidenceLevel = .stated(0.9),
        kind: Kind = .observed, role: Bound.Role = .decides, alternatives: String? = nil,
        expected: [Region] = [], mixing: KineticMixing = .none, logLikelihood: (@Sendable (Double) -> Double)? = nil
    ) -> Bound {
        var card = Card(stem: stem, title: stem, kind: kind, confidenceLevel: level, method: .computed)
        card.facts = facts
        card.kineticMixing = mixing
        return Bound(
            card: card, role: role, alternatives: alternatives, origin: .bundled, contents: [], caveat: nil,
            constraint: ScriptedBound(answer: answer, logLikelihood: logLikelihood), expectedRegions: expected)
    }

    static func limit(_ coupling: Double) -> Boundary { .excludes(.init(.above(coupling))) }
}

/// −2 ln L of bounds, by identities.
@Suite struct BoundLikelihoodTests {
    private let mass = Result { try Mass(inMeV: 5) }

    private func value(_ bound: Bound, at coupling: Double) throws -> Double {
        try BoundLikelihood(bound, at: try mass.get()).value(at: try Coupling(coupling))
    }

    /// No event and no background: at the limit N = −ln(1 − CL) events are expected, and −2 ln L = 2N.
    @Test(arguments: [0.9, 0.95], [2.0, 4.0])
    func aCountingBoundAddsTwiceItsEvents(level: Double, power: Double) throws {
        let bound = ScriptedBound.bound(
            "counting", ScriptedBound.limit(3e-4),
            facts: ["statistic_kind": "counting", "signal_power": "\(power)"], level: .stated(level))
        let events = -log(1 - level)
        // A power of a ratio and a logarithm: rounding.
        #expect(abs(try value(bound, at: 3e-4) - 2 * events) < 1e-12)
        #expect(abs(try value(bound, at: 6e-4) / (2 * events * pow(2, power)) - 1) < 1e-12)
        #expect(try value(bound, at: 1e-9) < 1e-8)
    }

    /// At its limit a normal one lies z from its best: z² = 1.6424, 2.7055 at 90 %, 95 % of one side (tables of the normal
    /// distribution, to the digits there).
    @Test(arguments: [(0.9, 1.6424), (0.95, 2.7055)])
    func aGaussianBoundAddsTheSquareOfItsDeviations(level: Double, square: Double) throws {
        let bound = ScriptedBound.bound(
            "gaussian", ScriptedBound.limit(3e-4), facts: ["statistic_kind": "gaussian", "signal_power": "2"],
            level: .inferred(level))
        #expect(abs(try value(bound, at: 3e-4) - square) < 5e-5)
        // The signal goes with g′², and its square with g′⁴.
        #expect(abs(try value(bound, at: 6e-4) / (16 * square) - 1) < 5e-5)
    }

    @Test func aProductAdds() throws {
        let counting = ScriptedBound.bound(
            "a", ScriptedBound.limit(3e-4), facts: ["statistic_kind": "counting", "signal_power": "2"])
        let own = ScriptedBound.bound("b", ScriptedBound.limit(1e-3)) { -1e6 * $0 * $0 }
        let coupling = try Coupling(2e-4)
        let both = BoundsLikelihood([counting, own], at: try mass.get())
        let sum = try value(counting, at: 2e-4) + value(own, at: 2e-4)
        #expect(abs(try both.value(at: coupling) / sum - 1) < 1e-14)
        let terms = both.terms(at: coupling).terms
        #expect(terms.map(\.rule) == [.counting(confidenceLevel: 0.9, power: 2), .own])
        #expect(abs(terms[1].value - 0.08) < 1e-15 && abs(terms[1].pull - 0.08.squareRoot()) < 1e-15)
        #expect(both.valueWithoutMediator < 1e-40)
    }

    @Test func whatHasNoLikelihoodIsNamed() throws {
        let limit = ScriptedBound.limit(3e-4)
        let complete = ["statistic_kind": "counting", "signal_power": "2"]
        let bounds: [(Bound, LikelihoodOmission)] = [
            (ScriptedBound.bound("a", limit), .noOwnLikelihood),
            (ScriptedBound.bound("b", limit, facts: ["statistic_kind": "counting"]), .noSignalPower),
            (ScriptedBound.bound("c", limit, facts: complete, level: .notStated), .noConfidenceLevel),
            (ScriptedBound.bound("d", .excludes(.init()), facts: complete), .excludesNothing),
            (
                ScriptedBound.bound("e", .excludes(.init(.init(lower: 1e-5, upper: 1e-4))), facts: complete),
                .noUpperLimit
            ),
            (
                ScriptedBound.bound("f", .silent(.outsideRange(lower: 6, upper: 7)), facts: complete),
                .silent(.outsideRange(lower: 6, upper: 7))
            ),
        ]
        let likelihood = BoundsLikelihood(bounds.map(\.0), at: try mass.get())
        #expect(likelihood.factors.isEmpty)
        #expect(likelihood.omitted.map(\.bound.card.stem) == ["a", "b", "c", "d", "e", "f"])
        #expect(likelihood.omitted.map(\.reason) == bounds.map(\.1))
    }

    /// At a fixed ε the signal ∝ g′^a ε^b goes with g′^a alone, and for a = 0 not with g′ at all.
    @Test(arguments: [(2.0, LikelihoodOmission?.none), (4.0, .signalOfMixingAlone)])
    func atAFixedMixingItsPowersAreLeftOut(mixingPower: Double, omission: LikelihoodOmission?) throws {
        let facts = ["statistic_kind": "counting", "signal_power": "4", "mixing_power": "\(mixingPower)"]
        let bound = ScriptedBound.bound("a", ScriptedBound.limit(3e-4), facts: facts, mixing: .fixed(1e-5))
        let likelihood = BoundsLikelihood([bound], at: try mass.get())
        #expect(likelihood.omitted.first?.reason == omission)
        #expect(likelihood.factors.map(\.rule) == (omission == nil ? [.counting(confidenceLevel: 0.9, power: 2)] : []))
    }

    /// A preference that counts among alternatives is a measurement like any other; what only informs has no part.
    @Test func whatCountsTakesPart() throws {
        func bound(_ stem: String, _ role: Bound.Role, _ kind: Kind, _ group: String?) -> Bound {
            ScriptedBound.bound(stem, .prefers([]), kind: kind, role: role, alternatives: group) { -$0 }
        }
        let likelihood = BoundsLikelihood(
            [
                bound("counts", .informs, .preferred, "group"),
                bound("other", .alternative(group: "group"), .preferred, "group"), bound("hint", .informs, .hint, nil),
            ], at: try mass.get())
        #expect(likelihood.factors.map(\.bound.card.stem) == ["counts"])
    }

    @Test func aLikelihoodThatFailsIsOmitted() throws {
        struct Cause: Error {}
        struct Failing: LikelihoodBound {
            func boundary(at mass: Mass) throws -> Boundary { ScriptedBound.limit(1e-3) }
            func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double { throw Cause() }
        }
        let bound = Bound(
            card: Card(stem: "x", title: "x", kind: .observed, confidenceLevel: .stated(0.9), method: .computed),
            role: .decides, origin: .bundled, contents: [], caveat: nil, constraint: Failing())
        let likelihood = BoundsLikelihood([bound], at: try mass.get())
        #expect(likelihood.factors.isEmpty && likelihood.omitted.map(\.reason) == [.failed(BoundFailure(Cause()))])
    }
}
