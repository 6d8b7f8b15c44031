/// One step of an autonomous system dy/dx = f(y) of four equations, however stiff, with an estimate of its error.
///
/// RODAS, six stages, fourth order with an embedded third, L-stable and stiffly accurate: Hairer and Wanner, Solving
/// Ordinary Differential Equations II (1996), section IV.7, in the form without products of matrix and vector. The
/// Jacobian is by central differences: what one-sided ones err by, times a fast relaxation, would shorten the steps.
struct RosenbrockStep {
    /// f at the beginning, kept for steps tried again.
    private let slope: SIMD4<Double>
    private let jacobian: SquareMatrix

    init(at state: SIMD4<Double>, _ function: (SIMD4<Double>) -> SIMD4<Double>) {
        var jacobian = SquareMatrix()
        for index in 0..<4 {
            // Of the size of ln T, or of a number of Z′ as it would be felt.
            let change = index < 2 ? 1e-5 : 1e-5 * max(abs(state[index]), 1e-3)
            let above = function(state.replacing(index, with: state[index] + change))
            let below = function(state.replacing(index, with: state[index] - change))
            jacobian.setColumn(index, to: (above - below) / (2 * change))
        }
        slope = function(state)
        self.jacobian = jacobian
    }

    /// The state after a step h, and the difference from the embedded method.
    func advance(
        _ state: SIMD4<Double>, by h: Double, _ function: (SIMD4<Double>) -> SIMD4<Double>
    ) -> (state: SIMD4<Double>, error: SIMD4<Double>) {
        let inverse = jacobian.inverse(ofDiagonal: 4 / h)
        let rate = 1 / h
        let first = inverse * slope

        var moved = state + 1.544 * first
        var memory = -5.6688 * first
        let second = inverse * (function(moved) + rate * memory)

        moved = state + 0.946_678_528_081_582_6 * first
        moved += 0.255_701_169_898_328_4 * second
        memory = -2.430_093_356_833_875 * first
        memory -= 0.206_359_915_709_191_5 * second
        let third = inverse * (function(moved) + rate * memory)

        moved = state + 3.314_825_187_068_521 * first
        moved += 2.896_124_015_972_201 * second
        moved += 0.998_641_913_997_781_7 * third
        memory = -0.107_352_905_815_137_5 * first
        memory -= 9.594_562_251_023_355 * second
        memory -= 20.470_286_148_096_16 * third
        let fourth = inverse * (function(moved) + rate * memory)

        moved = state + 1.221_224_509_226_641 * first
        moved += 6.019_134_481_288_629 * second
        moved += 12.537_083_329_320_87 * third
        moved -= 0.687_886_036_105_895_0 * fourth
        memory = 7.496_443_313_967_647 * first
        memory -= 10.246_804_314_643_52 * second
        memory -= 33.999_903_528_199_05 * third
        memory += 11.708_908_932_061_60 * fourth
        let fifth = inverse * (function(moved) + rate * memory)

        let embedded = moved + fifth
        memory = 8.083_246_795_921_522 * first
        memory -= 7.981_132_988_064_893 * second
        memory -= 31.521_594_328_743_71 * third
        memory += 16.319_305_431_231_36 * fourth
        memory -= 6.058_818_238_834_054 * fifth
        let sixth = inverse * (function(embedded) + rate * memory)
        return (embedded + sixth, sixth)
    }
}
