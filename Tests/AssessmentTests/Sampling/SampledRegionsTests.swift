import ConstraintKit
import Testing

@testable import Assessment

/// What is covered at some masses, as a document that has it again there.
@Suite struct SampledRegionsTests {
    private static let masses = [1.0, 2, 3, 5, 8, 13, 21, 34]

    private static func intervals(_ pairs: [(Double, Double)]) -> CouplingIntervals {
        CouplingIntervals(union: pairs.map { CouplingInterval(lower: $0.0, upper: $0.1) })
    }

    /// What the curves of a document of these couplings say at the masses, and half-way between neighbours.
    private func read(
        _ couplings: [CouplingIntervals]
    ) throws -> (there: [Boundary], between: [Boundary], limits: [Limit]) {
        let masses = try MassRow(Self.masses.map { try Mass(inMeV: $0) })
        let card = Card(
            stem: "sampled", title: "Sampled", kind: .observed, confidenceLevel: .notStated, method: .computed)
        let document = try Document(card, at: masses, covering: [("observed", couplings)])
        let curve = try CurveConstraint(document, Conventions(kineticMixing: .none))
        let between = try zip(Self.masses, Self.masses.dropFirst()).map { try Mass(inMeV: ($0 * $1).squareRoot()) }
        return (masses.map { curve.boundary(at: $0) }, between.map { curve.boundary(at: $0) }, document.limits)
    }

    /// Limits, floors, islands that begin, part, join and end, everything and nothing: each comes back at its mass. An edge of a
    /// band is an exponential of a logarithm, good to some units in the last place.
    @Test func couplingsComeBackAtTheirMasses() throws {
        let infinity = Double.infinity
        let couplings = [
            Self.intervals([(0, infinity)]),
            Self.intervals([(1e-3, infinity)]),
            Self.intervals([(0, 1e-9), (1e-6, 2e-6), (1e-4, infinity)]),
            Self.intervals([(0, 2e-9), (1.5e-6, 3e-6), (1e-5, 2e-5), (1e-4, infinity)]),
            Self.intervals([(1.2e-6, 2.5e-5)]),
            CouplingIntervals(),
            Self.intervals([(3e-7, 4e-7), (5e-3, infinity)]),
            Self.intervals([(0, infinity)]),
        ]
        let (there, _, _) = try read(couplings)
        for (expected, boundary) in zip(couplings, there) {
            guard case .excludes(let found) = boundary else {
                // A document can't say of a mass that it excludes nothing there; it says nothing.
                #expect(expected.isEmpty, "\(expected) became \(boundary)")
                continue
            }
            #expect(found.count == expected.count, "\(found) for \(expected)")
            for (one, other) in zip(found, expected) {
                #expect(one.lower == other.lower || abs(one.lower / other.lower - 1) < 1e-14)
                #expect(one.upper == other.upper || abs(one.upper / other.upper - 1) < 1e-14)
            }
        }
    }

    /// Straight in log m and log g′ between masses that have an edge each; no line leads over a mass that has none.
    @Test func neighboursAreJoinedAndGapsAreNot() throws {
        let limits = [1e-4, 2e-4, 4e-4, nil, nil, 1e-3, 1e-3, 2e-3]
        let (_, between, parts) = try read(limits.map { $0.map { .init(.above($0)) } ?? .init() })
        #expect(parts.map(\.name) == ["observed_above"])
        for ((one, other), boundary) in zip(zip(limits, limits.dropFirst()), between) {
            guard let one, let other else {
                guard case .silent(.inGap) = boundary else {
                    Issue.record("\(boundary) where there is no limit")
                    continue
                }
                continue
            }
            guard case .excludes(let excluded) = boundary else {
                Issue.record("\(boundary) between \(one) and \(other)")
                continue
            }
            // The masses half-way in log m have the mean of log g′.
            let expected = (one * other).squareRoot()
            #expect(abs(try #require(excluded.first).lower / expected - 1) < 1e-14)
        }
    }

    /// A band that moves further from mass to mass than it is wide is one band all the same.
    @Test func aNarrowBandIsFollowed() throws {
        let bands = (0..<8).map { Self.intervals([(1e-5 * Double(1 << $0), 1.1e-5 * Double(1 << $0))]) }
        let (there, between, parts) = try read(bands)
        #expect(parts.map(\.name) == ["observed_between_1"])
        #expect(
            (there + between).allSatisfy { if case .excludes(let excluded) = $0 { excluded.count == 1 } else { false } }
        )
    }

    /// Where all is covered at a mass and a limit stands at the next, the line between is that limit.
    @Test func coveringAllDrawsNoSlope() throws {
        let (_, between, _) = try read(
            [.init(.above(0)), .init(.above(0)), .init(.above(3e-4))]
                + [CouplingIntervals](repeating: .init(), count: 5))
        #expect(between[0] == .excludes(.init(.above(0))))
        #expect(between[1] == .excludes(.init(.above(3e-4))))
    }
}
