import ConstraintKit
import CurveArchive
import Foundation
import IceCubeFit
import Testing

@testable import AllowedRegion
@testable import Assessment
@testable import Scenarios

/// The ways to combine bounds, IceCube's likelihood among them.
@Suite struct CombinationTests {
    private static func analysis(
        _ name: String, _ combination: Combination = .union, only: [String]? = nil
    ) throws -> Analysis {
        var scenario = try Scenario.shipped(name)
        scenario.combination = combination
        if let only {
            scenario.bounds = only
            scenario.alternatives = []
        }
        return try Analysis(scenario, catalogue: ProgramsOwn.catalogue, linkedBounds: LinkedBounds())
    }

    /// A union is what the bounds said before there was anything beside it.
    @Test(arguments: Scenario.shippedNames)
    func theUnionIsTheStandingOfTheBounds(name: String) throws {
        let analysis = try Self.analysis(name)
        let combined = CombinedLikelihood(
            best: LikelihoodBest(point: nil, value: 23, iceCube: 23, masses: 1...100, couplings: 1e-5...1e-1),
            leastOfIceCube: 20)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<40 {
            let mass = try Mass(inMeV: pow(10, .random(in: -1...3, using: &generator)))
            let coupling = try Coupling(pow(10, .random(in: -6 ... -2.7, using: &generator)))
            let plain = try analysis.assessment(mass: mass, coupling: coupling)
            let told = try analysis.assessment(mass: mass, coupling: coupling, combined)
            #expect(plain.combinations == nil && told.standing == plain.standing, "\(mass) \(coupling)")
            let combinations = try #require(told.combinations)
            #expect(combinations.union == plain.point.standing)
            #expect(combinations.speaking == plain.point.speaking.count)
            let likelihood = try #require(combinations.likelihood)
            let chi2 = try #require(told.iceCube).chi2
            let sum = likelihood.terms.reduce(chi2) { $0 + $1.value }
            #expect(likelihood.value == sum && likelihood.difference == max(0, sum - 23))
            #expect(likelihood.standing == (likelihood.difference < 5.9914645471 ? .allowed : .excluded))
        }
    }

    /// Without bounds the product is IceCube's alone, which constrains nothing: no bound decides.
    @Test func withoutBoundsNothingIsDecided() throws {
        let analysis = try Self.analysis("paper", .likelihood, only: [])
        let grid = try MapGrid(massRange: 2...20, couplingRange: 1e-5...1e-3, columns: 24, rows: 24)
        let map = try analysis.map(grid)
        let surface = try #require(map.combinations?.likelihood)
        let least = try #require(map.chi2.min())
        #expect(surface.best.value == least && surface.best.iceCube == least)
        #expect(surface.differences.min() == 0 && surface.terms.isEmpty && surface.omitted.isEmpty)
        #expect(map.standings.allSatisfy { $0 == .unconstrained } && map.allowed.pointCount == 0)
        let combined = CombinedLikelihood(best: surface.best, leastOfIceCube: least)
        let point = try analysis.assessment(mass: Mass(inMeV: 6.5), coupling: Coupling(5e-4), combined)
        #expect(point.standing == .unconstrained)
        let couplings = try analysis.combinedCouplings(at: Mass(inMeV: 6.5), combined).allowed
        #expect(!couplings.isConstrained && couplings.intervals.map(\.couplings) == [.above(0)])
    }

    /// Thresholds: −2 ln of the normal probability beyond 1σ, 2σ of either side (0.3173, 0.0455) for two parameters, and the
    /// squares for one.
    @Test func contoursNest() throws {
        let analysis = try Self.analysis("consistent", .likelihood)
        let surface = try analysis.likelihoodSurface(
            on: MapGrid(massRange: 2...20, couplingRange: 1e-5...1e-3, columns: 24, rows: 24))
        #expect(surface.contours.map(\.deviations) == [1, 2] && surface.intervals.map(\.threshold) == [1, 4])
        // The digits of the probabilities above.
        #expect(abs(surface.contours[0].threshold - 2.2957) < 1e-4)
        #expect(abs(surface.contours[1].threshold - 6.1801) < 1e-4)
        let counts = (surface.intervals + surface.contours).sorted { $0.threshold < $1.threshold }
            .map(\.region.pointCount)
        #expect(counts == counts.sorted() && counts[0] > 0)
    }

    @Test func aMapStopsWhereNobodyWantsIt() throws {
        let analysis = try Self.analysis("paper", only: [])
        let grid = try MapGrid(massRange: 2...20, couplingRange: 1e-5...1e-3, columns: 6, rows: 6)
        #expect(throws: FitError.stopped) { try analysis.map(grid, shouldStop: { true }) }
    }

    /// Nobody who decides is left out unnamed, at any mass.
    @Test(arguments: Scenario.shippedNames, [0.01, 6.5, 50, 5000])
    func whoeverDecidesTakesPartOrIsNamed(name: String, mass: Double) throws {
        let bounds = try Self.analysis(name).bounds
        let likelihood = BoundsLikelihood(bounds, at: try Mass(inMeV: mass))
        let named = likelihood.factors.map(\.bound.card.stem) + likelihood.omitted.map(\.bound.card.stem)
        #expect(Set(named).count == named.count)
        #expect(Set(named).isSuperset(of: bounds.filter { $0.role == .decides }.map(\.card.stem)))
        // What counts of muon g−2 has a likelihood of its own in every shipped scenario.
        #expect(likelihood.factors.contains { $0.bound.alternatives != nil && $0.rule == .own })
    }

    /// The best fit that single points are compared with is no worse than that of a grid in the same ranges.
    @Test func noPointIsMuchBetterThanTheBestFit() throws {
        let analysis = try Self.analysis("paper", .likelihood)
        let combined = try analysis.combinedLikelihood()
        let surface = try analysis.likelihoodSurface(
            on: MapGrid(massRange: 1...100, couplingRange: 1e-5...1e-1, columns: 47, rows: 53))
        // χ² bends within a step of the search where a line leaves a segment: by some tenths at the most.
        #expect(combined.best.value < surface.best.value + 0.2)
        let point = try #require(combined.best.point)
        let at = try analysis.assessment(mass: point.mass, coupling: point.coupling, combined)
        // A scan and a single point solve the transport by themselves, each to its tolerance.
        #expect(try #require(at.combinations?.likelihood).difference < 0.1)
        #expect(at.standing == .allowed)
        let couplings = try analysis.combinedCouplings(at: point.mass, combined)
        #expect(couplings.likelihood.intervals.contains { $0.contains(point.coupling.value) })
    }

    @Test func aLimitLeavesWhatItsBoundLeaves() throws {
        let analysis = try Self.analysis("consistent", .mostSensitive)
        let combined = CombinedLikelihood(
            best: LikelihoodBest(point: nil, value: 23, iceCube: 23, masses: 1...100, couplings: 1e-5...1e-1),
            leastOfIceCube: 20)
        let couplings = try analysis.combinedCouplings(at: try Mass(inMeV: 50), combined)
        let (choices, allowed) = try #require(couplings.mostSensitive)
        #expect(couplings.chosen == .mostSensitive && allowed.speaking == 1 && choices.count == 1)
        let choice = choices[0]
        let reach = try #require(choice.reach)
        let edge = try #require(allowed.intervals.first?.couplings.upper)
        #expect(edge == reach)
        #expect(
            couplings.union.intervals.allSatisfy { union in
                allowed.intervals.contains {
                    $0.couplings.lower <= union.couplings.lower && union.couplings.upper <= $0.couplings.upper
                }
            })
        #expect(couplings.union.speaking > 1)
    }

    /// Where the most sensitive bound can't tell, the next decides of a point and of a limit alike.
    @Test(arguments: [1.0, 6.5, 20])
    func aLimitSaysWhatItsPointsSay(mass: Double) throws {
        let set = try Self.analysis("consistent", .mostSensitive).boundSet
        let mass = try Mass(inMeV: mass)
        let allowed = try #require(set.couplingsOfMostSensitive(at: mass)?.allowed)
        for step in 0..<90 {
            let coupling = try Coupling(pow(10, -11.97 + Double(step) / 9))
            let isAllowed = allowed.intervals.contains { $0.couplings.contains(coupling.value) }
            let standing = set.verdicts(mass: mass, coupling: coupling).mostSensitive?.standing ?? .unconstrained
            #expect(isAllowed == (standing == .allowed), "\(coupling)")
        }
    }

    /// Standings between the points of a map follow the way that the scenario takes.
    @Test(arguments: [Combination.mostSensitive, .likelihood])
    func aMapFollowsTheChoice(combination: Combination) throws {
        let analysis = try Self.analysis("consistent", combination)
        let map = try analysis.map(
            MapGrid(massRange: 2...40, couplingRange: 1e-5...1e-2, columns: 12, rows: 12))
        let combinations = try #require(map.combinations)
        #expect(map.standings == combinations.standings(by: combination))
        // Without expected curves the most sensitive bound is the one with the least limit, and says what the union says.
        #expect(combination != .likelihood || map.standings != combinations.standings(by: .union))
        #expect(map.allowed.pointCount == combinations.count(of: .allowed, by: combination))
        #expect(map.allowed.area > 0)
    }

    @Test func couplingsLieBetweenCrossings() {
        let found = CouplingInterval.below(zeroOf: [-1, 1, 3, -3, -1], at: [1e-5, 1e-4, 1e-3, 1e-2, 1e-1])
        #expect(found.count == 2)
        #expect(found.first?.lower == 0 && found.last?.upper == .infinity)
        // Half a decade above the first sample, half a decade above the third.
        let (first, last) = (found.first?.upper ?? 0, found.last?.lower ?? 0)
        #expect(abs(first / 3.1622776602e-5 - 1) < 1e-9)
        #expect(abs(last / 3.1622776602e-3 - 1) < 1e-9)
    }
}
