import NumericalMethods
import RealModule
import Testing

@Suite struct VectorLogarithmTests {
    @Test func agreesWithTheLibrary() {
        var worst = 0.0
        for step in -7000...7000 {
            let x = Double.exp(0.1 * Double(step))
            let near = 1 + 1e-4 * Double(step)
            let values = SIMD4(x, near, 1.414_213_562_373_095, 1 / x)
            let found = logarithm(values)
            for lane in 0..<4 {
                let expected = Double.log(values[lane])
                worst = max(worst, abs(found[lane] - expected) / max(abs(expected), 1))
            }
        }
        // A few roundings of the last digit.
        #expect(worst < 1e-15)
    }

    @Test func thatOfOneIsZero() {
        #expect(logarithm(.one) == .zero)
    }
}
