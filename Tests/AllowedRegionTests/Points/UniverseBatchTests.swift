import Assessment
import ConstraintKit
import Physics
import Testing

@testable import AllowedRegion
@testable import Scenarios

/// Points that have each a universe of their own.
struct UniverseBatchTests {
    private static func bounds(of scenario: Scenario, wanted: Set<String>? = nil) throws -> BoundSet {
        try BoundSet(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds(), wanted: wanted)
    }

    /// Narrow and wide lines; shared bounds, and bounds of another mixing; A and γ free or fixed.
    @Test(arguments: [SolverChoice.narrowLine, .automatic], [nil, 44.0])
    func eachIsAsAScenarioByItself(solver: SolverChoice, angle: Double?) throws {
        let boundSet = try PointBatchTests.boundSet("consistent") { $0.solver = solver }
        let batch = try UniverseBatch(boundSet, IceCubeComparison(boundSet.scenario)) {
            try Self.bounds(of: $0, wanted: $1)
        }
        let points = [(6.5, 4.5e-4, 0.07), (20, 1e-3, 0.1), (3, 2e-2, 0.3), (50, 1e-5, 0.12)]
        @Sendable func scenario(_ place: Int) -> Scenario {
            var own = boundSet.scenario
            own.neutrinos.scale = .sum(points[place].2)
            own.neutrinos.angles.theta23 = angle
            own.iceCube.gamma = place == 3 ? 2.6 : nil
            return own
        }
        let columns = try batch.answers(masses: points.map(\.0), couplings: points.map(\.1)) { scenario($0) }
        #expect(columns.iceCubeFailures.isEmpty)
        for (place, point) in points.enumerated() {
            let (mass, coupling) = (try Mass(inMeV: point.0), try Coupling(point.1))
            let own = try Self.bounds(of: scenario(place))
            let alone = try Analysis(own, iceCube: IceCubeComparison(own.scenario))
                .assessment(mass: mass, coupling: coupling)
            let answer = try #require(alone.iceCube)
            #expect(columns.standing[place] == PointStanding(alone.standing))
            let single = try Self.answer(own, mass: point.0, coupling: point.1)
            #expect(columns.excludedBy[place] == single.excludedBy[0])
            #expect(columns.failedBounds[place] == single.failedBounds[0])
            #expect(columns.speaking[place] == single.speaking[0])
            #expect(columns.limiting[place] == single.limiting[0])
            #expect(columns.chi2[place] == answer.chi2 && columns.deltaChi2[place] == answer.deltaChi2)
            #expect(columns.amplitude[place] == answer.amplitude && columns.gamma[place] == answer.gamma)
            #expect(columns.ratio[place] == answer.ratio)
            #expect(try batch.chi2(scenario(place), mass: mass, coupling: coupling) == answer.chi2)
        }
    }

    /// Which bound is the most sensitive one is said at the angles of each point, where Borexino's limit is another.
    @Test func theMostSensitiveBoundIsThatOfEachUniverse() throws {
        let boundSet = try PointBatchTests.boundSet("consistent") {
            ($0.combination, $0.solver) = (.mostSensitive, .narrowLine)
        }
        let batch = try UniverseBatch(boundSet, IceCubeComparison(boundSet.scenario)) {
            try Self.bounds(of: $0, wanted: $1)
        }
        let (masses, couplings) = ([12, 21.91, 40, 12], [6.016e-4, 1.097e-3, 2e-3, 3e-4])
        var own = boundSet.scenario
        own.neutrinos.angles.theta12 = 15
        let varied = own
        let columns = try batch.answers(masses: masses, couplings: couplings) { _ in varied }
        let bounds = try Self.bounds(of: varied)
        for place in masses.indices {
            let single = try Self.answer(bounds, mass: masses[place], coupling: couplings[place])
            #expect(columns.standing[place] == single.standing[0])
            #expect(columns.excludedBy[place] == single.excludedBy[0])
            #expect(columns.speaking[place] == single.speaking[0] && columns.limiting[place] == single.limiting[0])
        }
    }

    /// What the bounds say of one point.
    private static func answer(_ boundSet: BoundSet, mass: Double, coupling: Double) throws -> PointColumns {
        var columns = PointColumns()
        try [mass].withUnsafeBufferPointer { masses in
            try [coupling].withUnsafeBufferPointer { couplings in
                try PointBatch(boundSet, iceCube: nil).fill(&columns, masses: masses, couplings: couplings)
            }
        }
        return columns
    }

    /// Points of other angles take what a bound says that does not follow them: so it has to be the same.
    @Test(arguments: Scenario.shippedNames)
    func whatFollowsTheAnglesSaysSo(name: String) throws {
        let masses = try [0.3, 2, 6.5, 30, 150, 400, 3000].map { try Mass(inMeV: $0) }
        func bounds(_ change: (inout Scenario) -> Void) throws -> [Bound] {
            try Self.bounds(of: PointBatchTests.boundSet(name, change).scenario).bounds
        }
        let usual = try bounds { _ in }
        let other = try bounds {
            ($0.neutrinos.angles.theta12, $0.neutrinos.angles.theta13) = (30, 7)
            ($0.neutrinos.angles.theta23, $0.neutrinos.angles.delta) = (40, 100)
        }
        var moved: Set<String> = []
        for (bound, there) in zip(usual, other) {
            #expect(bound.followsLeptonMixing == there.followsLeptonMixing)
            guard !masses.allSatisfy({ bound.boundary(at: $0) == there.boundary(at: $0) }) else { continue }
            moved.insert(bound.card.stem)
            #expect(bound.followsLeptonMixing, "\(bound.card.stem)")
        }
        // It needs kinetic mixing to say anything at all.
        let speaks = usual.contains {
            guard $0.card.stem == "borexino", case .excludes? = $0.boundary(at: masses[1]) else { return false }
            return true
        }
        #expect(moved == (speaks ? ["borexino"] : []))
    }

    /// A sum of masses that oscillations do not leave is no universe, and no point of the others' fails for it.
    @Test
    func whatIsNoUniverseIsNoPoint() throws {
        let boundSet = try PointBatchTests.boundSet("consistent") { $0.solver = .narrowLine }
        let batch = try UniverseBatch(boundSet, IceCubeComparison(boundSet.scenario)) {
            try Self.bounds(of: $0, wanted: $1)
        }
        let columns = try batch.answers(masses: [10, 10, -1], couplings: [1e-4, 1e-4, 1e-4]) { place in
            var own = boundSet.scenario
            own.neutrinos.scale = .sum(place == 0 ? 0.01 : 0.1)
            return own
        }
        #expect(columns.standing[0] == .invalid && columns.standing[1] != .invalid && columns.standing[2] == .invalid)
        #expect(columns.chi2[0].isNaN && columns.chi2[1] > 0 && columns.chi2[2].isNaN)
        #expect(columns.iceCubeFailures.map(\.point) == [0] && columns.iceCubeFailures[0].error is NeutrinoMassError)
    }
}
