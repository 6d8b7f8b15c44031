import NumericalMethods
import RealModule
import Testing

@Suite struct VectorExponentialTests {
    @Test func agreesWithTheLibrary() {
        var worst = 0.0
        for step in -7080...7080 {
            let x = 0.1 * Double(step)
            let found = exponential(SIMD4(x, x / 3, -x, 0.001 * x))
            let expected = SIMD4(Double.exp(x), Double.exp(x / 3), Double.exp(-x), Double.exp(0.001 * x))
            for lane in 0..<4 where expected[lane].isNormal {
                worst = max(worst, abs(found[lane] / expected[lane] - 1))
            }
        }
        #expect(worst < 1e-15)
    }

    @Test func endsStandForWhatLiesBeyond() {
        #expect(
            exponential(SIMD4(1e300, -1e300, .infinity, -.infinity))
                == exponential(SIMD4(708, -708, 708, -708)))
        #expect(exponential(.zero) == .one)
    }
}
