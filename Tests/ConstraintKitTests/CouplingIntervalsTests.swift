import ConstraintKit
import Testing

@Suite struct CouplingIntervalsTests {
    @Test func aUnionIsSortedAndJoined() {
        let union = CouplingIntervals(union: [
            .init(lower: 5, upper: 6), .init(lower: 1, upper: 2), .init(lower: 1.5, upper: 3),
            .init(lower: 3, upper: 4),
        ])
        #expect(Array(union) == [.init(lower: 1, upper: 4), .init(lower: 5, upper: 6)])
    }

    @Test func complementTwiceIsTheSame() {
        let union = CouplingIntervals(union: [.init(lower: 1, upper: 2), .above(5)])
        #expect(Array(union.complement) == [.below(1), .init(lower: 2, upper: 5)])
        #expect(union.complement.complement == union)
        #expect(Array(CouplingIntervals().complement) == [.init(lower: 0, upper: .infinity)])
    }

    @Test func edgesBelongToNeitherSide() {
        let interval = CouplingInterval.above(5e-4)
        #expect(!interval.contains(5e-4) && interval.hasEdge(at: 5e-4))
        #expect(!interval.contains(5e-4 * (1 + 0.9e-9)) && interval.hasEdge(at: 5e-4 * (1 + 0.9e-9)))
        #expect(interval.contains(5e-4 * (1 + 1.1e-9)) && !interval.hasEdge(at: 5e-4 * (1 + 1.1e-9)))
    }

    @Test func nonsenseIsNotWellFormed() {
        let nonsense: [CouplingInterval] = [
            .init(lower: .nan, upper: 1), .init(lower: 2, upper: 1), .init(lower: -1, upper: 1),
            .init(lower: 1, upper: .nan), .init(lower: .infinity, upper: .infinity),
        ]
        for interval in nonsense { #expect(!Boundary.excludes(.init(interval)).isWellFormed, "\(interval)") }
        #expect(Boundary.excludes(.init(.above(0))).isWellFormed)
        #expect(!Boundary.prefers([.init(.above(1), deviations: -1)]).isWellFormed)
    }
}
