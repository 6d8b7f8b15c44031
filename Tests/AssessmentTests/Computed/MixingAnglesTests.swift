import ConstraintKit
import Physics
import Scenarios
import Testing

@testable import Assessment

@Suite("How neutrinos mix, as bounds are handed it")
struct MixingAnglesTests {
    private static func scenario(_ ordering: Ordering, _ angles: AngleOverrides) throws -> Scenario {
        var scenario = try Scenario.shipped("consistent")
        scenario.neutrinos.ordering = ordering
        scenario.neutrinos.angles = angles
        return scenario
    }

    private static func edge(_ conventions: Conventions) throws -> Double {
        let document = try #require(BundledDocuments.computed("borexino"))
        guard
            case .excludes(let excluded) = try LinkedBounds().constraint(document, conventions)
                .boundary(at: Mass(inMeV: 6.5)), let first = excluded.first
        else {
            Issue.record("it excludes nothing")
            return 0
        }
        return first.lower
    }

    @Test("A scenario hands over the angles of its set and ordering, and its own in their place")
    func conventions() throws {
        let plain = try Self.scenario(.normal, AngleOverrides())
        let set = try ParameterSet.named(plain.conventions.parameterSet)
        #expect(try plain.conventionsOfBounds.mixingAngles == set.normal.angles)
        let inverted = try Self.scenario(.inverted, AngleOverrides(theta23: 40))
        var expected = set.inverted.angles
        expected.theta23 = 40
        #expect(try inverted.conventionsOfBounds.mixingAngles == expected)
        #expect(throws: MixingAngleError.self) {
            try Self.scenario(.normal, AngleOverrides(theta12: 91)).conventionsOfBounds
        }
        // Where nothing is handed over, the set's.
        #expect(try Conventions(parameterSet: set.name).mixingAngles == set.normal.angles)
    }

    /// ν_μ and ν_τ pull opposite ways: from θ₂₃ = 40° to 50° the limit moves, and to where their shares say.
    @Test("Borexino splits its neutrinos by them")
    func borexino() throws {
        var edges: [Double] = []
        for angle in [40.0, 50] {
            let conventions = try Self.scenario(.normal, AngleOverrides(theta23: angle)).conventionsOfBounds
            let mixing = MixingMatrix(try conventions.mixingAngles)
            let rate = SolarElectronScattering.beryllium(mixing: mixing)
                .rate(at: try Mass(inMeV: 6.5), mixingPerCoupling: NaturalMixing.perCoupling)
            let excess = 1 + SolarElectronScattering.borexinoExcess
            let expected = try #require(rate?.excluded(outside: 0...excess).first).lower
            let found = try Self.edge(conventions)
            // The same sums in the same order.
            #expect(abs(found / expected - 1) < 1e-12)
            edges.append(found)
        }
        #expect(abs(edges[0] / edges[1] - 1) > 0.02, "\(edges)")
    }

    @Test("Where a bound on muons says nothing of a force, the product of likelihoods leaves it out as silent")
    func silence() throws {
        for diagonal in [SIMD3<Double>(1, 1, -2), [0, 0, 1], [0, 1, 0]] {
            var conventions = Conventions(kineticMixing: .ratio(0.01))
            conventions.charges = LeptonCharges(ChargeMatrix(diagonal: diagonal))
            for stem in ["trident-ccfr", "trident-charm2", "g-2-wp25", "g-2-wp20"] {
                let document = try #require(BundledDocuments.computed(stem))
                let constraint = try LinkedBounds().constraint(document, conventions)
                guard case .silent(let silence) = try constraint.boundary(at: Mass(inMeV: 6.5)) else { continue }
                let bound = Bound(
                    card: document.card, role: .decides, alternatives: nil, origin: .bundled, contents: [], caveat: nil,
                    constraint: constraint, expectedRegions: [])
                #expect(throws: LikelihoodOmission.silent(silence), "\(stem)") {
                    try BoundLikelihood(bound, at: Mass(inMeV: 6.5))
                }
            }
        }
    }
}
