import NumericalMethods
import Testing

@Suite struct CubicStencilTests {
    private func cubic(_ x: Double) -> Double { 2 - x + 0.5 * x * x - 0.25 * x * x * x }

    @Test(arguments: [0.0, 0.3, 1, 2.5, 4.999, 6.2, 7]) func isExactForCubics(_ x: Double) {
        let stencil = CubicStencil(offset: x, count: 8)
        #expect(stencil.first >= 0 && stencil.first <= 4)
        var sum = 0.0
        for number in 0..<4 { sum += stencil.weights[number] * cubic(Double(stencil.first + number)) }
        // A few roundings of values up to 70.
        #expect(abs(sum - cubic(x)) < 1e-13)
    }

    @Test func placesInsideHaveTwoNeighboursOnEitherSide() {
        #expect(CubicStencil(offset: 3.5, count: 8).first == 2)
        #expect(CubicStencil.weights(at: 1) == [0, 1, 0, 0])
    }

    @Test(arguments: [0.0, 0.25, 0.7, 1]) func hermiteWeightsAreExactForCubics(_ t: Double) {
        func slope(_ x: Double) -> Double { -1 + x - 0.75 * x * x }
        let weights = hermiteWeights(t, step: 2)
        let ends = SIMD4(cubic(1), cubic(3), slope(1), slope(3))
        #expect(abs((weights * ends).sum() - cubic(1 + 2 * t)) < 1e-14)
    }
}
