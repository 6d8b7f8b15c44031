/// What the decay of a Z′ emits at the energy x of the neutrino that was absorbed, 0 ≤ x ≤ 1: K = 3 (1 − 2x + 2x²), ν and
/// ν̄ together. Half of it is the spectrum of one daughter, x² + (1 − x)² over its integral: ∫K dx = 2, ∫x K dx = 1. Eq. (2) of
/// Documentation/Transport.md.
enum DecayKernel {
    /// What each power of x, and so each moment, counts for.
    private static let powers: (Double, Double, Double) = (3, -6, 6)

    /// The terms of K at x.
    @inline(__always)
    static func terms(_ x: Double) -> SIMD3<Double> { SIMD3(powers.0, powers.1 * x, powers.2 * x * x) }

    /// K at x applied to the moments of order 0, 1, 2.
    @inline(__always)
    static func sum(_ moments: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>), at x: Double = 1) -> SIMD4<Double> {
        let terms = terms(x)
        let low: SIMD4<Double> = moments.0 * terms.x + moments.1 * terms.y
        return low + moments.2 * terms.z
    }

    /// The same of one row of moments, at four x.
    @inline(__always)
    static func sum(_ moments: SIMD4<Double>, at x: SIMD4<Double>) -> SIMD4<Double> {
        let high: SIMD4<Double> = x * (powers.2 * moments.z) + powers.1 * moments.y
        return x * high + powers.0 * moments.x
    }

    /// The same of four.
    @inline(__always)
    static func sum(
        _ moments: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>), at x: SIMD4<Double>
    ) -> SIMD4<Double> {
        let high: SIMD4<Double> = x * (powers.2 * moments.2) + powers.1 * moments.1
        return x * high + powers.0 * moments.0
    }

    /// K at four x.
    @inline(__always)
    static func value(_ x: SIMD4<Double>) -> SIMD4<Double> {
        let high: SIMD4<Double> = powers.2 * x + powers.1
        return x * high + powers.0
    }
}
