/// exp of four numbers at once, to 1e-15 relative, for |x| ≤ 708; beyond, its value at the end.
///
/// By hand because the C library takes them one by one, at six to nine times the cost, and the solvers need millions. Cody and Waite's reduction x = k ln 2 + r, |r| ≤ ln 2/2, and the Taylor series in r.
@inlinable @inline(__always)
public func exponential(_ x: SIMD4<Double>) -> SIMD4<Double> {
    // Adding 1.5 · 2^52 rounds to an integer and leaves it in the lowest bits.
    let rounding = 6_755_399_441_055_744.0
    let bounded = lowered(raised(x, to: -708), to: SIMD4(repeating: 708))
    let shifted = bounded * 1.442_695_040_888_963_4 + rounding
    let k = shifted - rounding
    let r = (bounded - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
    // Even and odd powers apart: half the depth of Horner's order, and no more to do.
    let r2 = r * r
    let even = powers(r2, 1, 1 / 2, 1 / 24, 1 / 720, 1 / 40_320, 1 / 3_628_800, 1 / 479_001_600)
    let odd = powers(r2, 1, 1 / 6, 1 / 120, 1 / 5040, 1 / 362_880, 1 / 39_916_800, 1 / 6_227_020_800)
    let sum = even + r * odd
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
    let exponents = (bits &+ 1023) &<< 52
    return sum * unsafeBitCast(exponents, to: SIMD4<Double>.self)
}

/// a + b x + … + g x^6.
@inlinable @inline(__always)
func powers(
    _ x: SIMD4<Double>, _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double, _ g: Double
) -> SIMD4<Double> {
    let high = x * (x * g + f) + e
    let middle = x * (x * high + d) + c
    return x * (x * middle + b) + a
}
