import NumericalMethods
import Testing

@Suite struct FixedRulesTests {
    @Test func areThoseOfAnyNumberOfNodes() {
        let (three, four, six) = (GaussLegendre(count: 3), GaussLegendre(count: 4), GaussLegendre(count: 6))
        // Fifteen printed digits.
        for index in 0..<ThreePointRule.count {
            #expect(abs(ThreePointRule.node(index) - three.nodes[index]) < 2e-15)
            #expect(abs(ThreePointRule.weight(index) - three.weights[index]) < 2e-15)
        }
        for index in 0..<FourPointRule.count {
            #expect(abs(FourPointRule.node(index) - four.nodes[index]) < 2e-15)
            #expect(abs(FourPointRule.weight(index) - four.weights[index]) < 2e-15)
        }
        for index in 0..<SixPointRule.count {
            #expect(abs(SixPointRule.node(index) - (2 * six.nodes[index] - 1)) < 2e-15)
            #expect(abs(SixPointRule.weight(index) - 2 * six.weights[index]) < 2e-15)
        }
        #expect((three.nodes.count, four.nodes.count, six.nodes.count) == (3, 4, 6))
    }

    @Test(arguments: [0, 1, 2, 3]) func simpsonsRuleIsExactForCubics(_ degree: Int) {
        func power(_ x: Double) -> Double { (0..<degree).reduce(1) { product, _ in product * x } }
        let sum = (0...6).reduce(0.0) { $0 + SimpsonRule.weight($1, intervals: 6) * power(Double($1)) }
        #expect(abs(sum / 3 - power(6) * 6 / Double(degree + 1)) < 1e-13 * power(6))
        #expect(SimpsonRule.pair(power(0), power(1), power(2)) / 3 == power(2) * 2 / Double(degree + 1))
    }

    @Test(arguments: 0..<5) func cellsAreExactForCubics(_ cell: Int) {
        func cubic(_ x: Double) -> Double { 1 - 2 * x + 3 * x * x - 4 * x * x * x }
        func integral(_ x: Double) -> Double { x - x * x + x * x * x - x * x * x * x }
        let found = CubicCells.integral(cell: cell, of: 5, step: 0.5) { SIMD4(repeating: cubic(0.5 * Double($0))) }
        let expected = integral(0.5 * Double(cell + 1)) - integral(0.5 * Double(cell))
        // Roundings of values up to 50.
        #expect(abs(found.x - expected) < 1e-13 && found == SIMD4(repeating: found.x))
    }
}
