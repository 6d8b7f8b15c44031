import ConstraintKit
import Testing

/// Along a row a curve gives what it gives mass by mass, to the last bit.
@Suite struct CurveRowTests {
    private func curve() throws -> Curve {
        try Curve(
            knots: [(1, 1e-3), (3, 4e-4), (10, 5e-4), (30, 2e-3), (31, 2.1e-3)].map {
                .init(mass: $0.0, coupling: $0.1)
            },
            gapsAfter: [1])
    }

    private func bound(_ regions: [Region], kind: Kind = .observed) throws -> CurveConstraint {
        try CurveConstraint(
            Document(
                card: Card(stem: "curve", title: "curve", kind: kind, confidenceLevel: .notStated, method: .published),
                limits: regions.map { .init(name: "curve", kind: kind, confidenceLevel: .notStated, region: $0) }),
            Conventions())
    }

    private let masses = [1e-300, 0.5, 0.999_999, 1, 1.5, 2.999, 3, 5, 9.99, 10, 10.5, 30, 30.5, 31, 31.1, 1e300]

    @Test func rowsEqualSingles() throws {
        let row = MassRow(sorting: try masses.map { try Mass(inMeV: $0) })
        let curve = try curve()
        for bound in [
            try bound([.above(curve)]), try bound([.below(curve)]), try bound([.above(curve), .below(curve)]),
            try bound([.above(curve)], kind: .preferred),
        ] {
            let singles = row.map { bound.boundary(at: $0) }
            #expect(Array(bound.boundaries(along: row)) == singles)
        }
    }

    /// Knots whose ratios are no numbers.
    @Test func rowsEqualSinglesAtAnyExtent() throws {
        let curve = try Curve(knots: [.init(mass: 1e-200, coupling: 1e-300), .init(mass: 1e200, coupling: 1e300)])
        let bound = try bound([.above(curve)])
        let row = MassRow(sorting: try masses.map { try Mass(inMeV: $0) })
        #expect(Array(bound.boundaries(along: row)) == row.map { bound.boundary(at: $0) })
        guard case .coupling(let middle) = curve.value(at: try Mass(inMeV: 1)) else {
            Issue.record("1 MeV lies inside")
            return
        }
        // The exponent, some 700, has an error of 1e-13.
        #expect(abs(middle - 1) < 1e-11)
    }

    @Test func rowsHoldEveryAnswer() {
        let answers: [Boundary] = [
            .excludes(.init()), .excludes(.init(.above(1e-3))),
            .excludes(.init(union: [.below(1e-5), .above(1e-3)])), .prefers([]),
            .prefers([.init(.above(1), deviations: 2)]), .silent(.outsideRange(lower: 1, upper: 2)),
            .silent(.inGap(lower: 1, upper: 2)), .silent(.otherDecay("x")), .silent(.assumptionNotMade("y")),
        ]
        var row = BoundaryRow()
        for answer in answers { row.append(answer) }
        #expect(Array(row) == answers)
    }

    @Test func rowsMadeFromAnyOrderRise() throws {
        let row = MassRow(sorting: try [3, 1, 2, 3, 1].map { try Mass(inMeV: $0) })
        #expect(row.map(\.inMeV) == [1, 2, 3])
    }
}
