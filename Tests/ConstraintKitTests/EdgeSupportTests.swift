import ConstraintKit
import Testing

/// What an edge rests on is what its value was interpolated from.
@Suite struct EdgeSupportTests {
    private static let curve = Result {
        try Curve(
            knots: [(1.0, 1e-3), (2, 4e-3), (2, 1e-2), (5, 1e-3), (20, 3e-3)].map { .init(mass: $0.0, coupling: $0.1) },
            gapsAfter: [3])
    }

    @Test func knotsBracketTheMass() throws {
        let curve = try Self.curve.get()
        for step in 0..<40 {
            let mass = try Mass(inMeV: 1 + 0.1 * Double(step))
            let support = try #require(curve.support(at: mass))
            #expect(support.first.mass <= mass.inMeV && mass.inMeV <= support.last.mass)
            #expect(curve.value(at: mass) == .coupling(support.coupling))
            let couplings = [support.first.coupling, support.last.coupling]
            // An interpolation leaves its ends by no more than rounding.
            #expect(support.coupling >= (couplings.min() ?? 0) * (1 - 1e-14))
            #expect(support.coupling <= (couplings.max() ?? 0) * (1 + 1e-14))
        }
    }

    @Test func aKnotStandsForItself() throws {
        let curve = try Self.curve.get()
        let last = try #require(curve.support(at: try Mass(inMeV: 20)))
        #expect(last.first == last.last && last.coupling == 3e-3)
        // At a step the limit is what it is just above.
        let step = try #require(curve.support(at: try Mass(inMeV: 2)))
        #expect(step.first == .init(mass: 2, coupling: 1e-2) && step.coupling == 1e-2)
    }

    @Test(arguments: [0.5, 7, 21])
    func silenceRestsOnNothing(mass: Double) throws {
        let mass = try Mass(inMeV: mass)
        #expect(try Self.curve.get().support(at: mass) == nil)
        #expect(try Region.above(Self.curve.get()).supports(at: mass).isEmpty)
    }

    @Test func theSidesOfAnOutlineAreItsEdges() throws {
        let points = [(1.0, 1e-3), (10, 1e-4), (100, 1e-3), (10, 1e-2)]
        let contour = try Contour(points.map { .init(mass: $0.0, coupling: $0.1) })
        for mass in [1.5, 10, 42, 99] {
            let mass = try Mass(inMeV: mass)
            let edges = Region.inside(contour).supports(at: mass)
            let interval = try #require(contour.intervals(at: mass)?.first)
            #expect(edges.map(\.coupling) == [interval.lower, interval.upper])
            #expect(edges.allSatisfy { $0.first.mass <= mass.inMeV && mass.inMeV <= $0.last.mass })
        }
        #expect(try Region.inside(contour).supports(at: Mass(inMeV: 101)).isEmpty)
    }
}
