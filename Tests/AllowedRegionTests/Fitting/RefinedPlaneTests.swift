import Testing

@testable import AllowedRegion

@Suite struct RefinedPlaneTests {
    private static let x = (0...6).map(Double.init)
    private static let y = (0...4).map { 0.5 * Double($0) }

    private static func field(_ value: (Double, Double) -> Double) -> [Double] {
        x.flatMap { x in y.map { value(x, $0) } }
    }

    /// Also at the ends, where the parabola goes on.
    @Test func aQuadraticFieldIsFollowedExactly() {
        func value(_ x: Double, _ y: Double) -> Double { 2 + x * x - 3 * x * y + 0.5 * y * y }
        let plane = RefinedPlane(x: Self.x, y: Self.y, field: Self.field(value), steps: 4)
        #expect(plane.x.count == 25 && plane.y.count == 17 && plane.field.count == 25 * 17)
        for (column, x) in plane.x.enumerated() {
            for (row, y) in plane.y.enumerated() {
                // Rounding of numbers up to 40.
                #expect(abs(plane.field[column * plane.y.count + row] - value(x, y)) < 1e-12)
            }
        }
    }

    @Test func theGridsOwnPointsKeepTheirValues() {
        let rough = Self.field { x, y in (x * 7.3 + y * 11.1).truncatingRemainder(dividingBy: 3) }
        let plane = RefinedPlane(x: Self.x, y: Self.y, field: rough, steps: 3)
        for column in Self.x.indices {
            for row in Self.y.indices {
                #expect(plane.field[3 * column * plane.y.count + 3 * row] == rough[column * Self.y.count + row])
            }
        }
    }

    /// Where nothing is known on one side, nothing is known up to the last known point, and no NaN comes of it.
    @Test func whatIsNotKnownStaysUnknown() {
        let half = Self.field { x, y in x > 3 ? .infinity : x * x * x + y }
        let plane = RefinedPlane(x: Self.x, y: Self.y, field: half, steps: 4)
        for (column, x) in plane.x.enumerated() {
            for row in plane.y.indices {
                let value = plane.field[column * plane.y.count + row]
                #expect(x > 3 ? value == .infinity : value.isFinite)
            }
        }
        // Straight between 2 and 3, since 4 is unknown: (8 + 27)/2.
        #expect(plane.field[10 * plane.y.count] == 17.5)
    }
}
