/// exp of four numbers at once, to 1e-15 relative, for |x| ≤ 708; beyond, its value at the end.
///
/// The optical depths of the three mass states on a line are needed together, millions of times a scan; the C library
/// takes them one by one. Cody and Waite's reduction x = k ln 2 + r, |r| ≤ ln 2/2, and the Taylor series in r.
@inline(__always)
func exponential(_ x: SIMD4<Double>) -> SIMD4<Double> {
    // Adding 1.5 · 2^52 rounds to an integer and leaves it in the lowest bits.
    let rounding = 6_755_399_441_055_744.0
    let bounded = x.clamped(lowerBound: .init(repeating: -708), upperBound: .init(repeating: 708))
    let shifted = bounded * 1.442_695_040_888_963_4 + rounding
    let k = shifted - rounding
    let r = (bounded - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
    var sum = r * (1 / 6_227_020_800) + (1 / 479_001_600)
    sum = sum * r + (1 / 39_916_800)
    sum = sum * r + (1 / 3_628_800)
    sum = sum * r + (1 / 362_880)
    sum = sum * r + (1 / 40_320)
    sum = sum * r + (1 / 5040)
    sum = sum * r + (1 / 720)
    sum = sum * r + (1 / 120)
    sum = sum * r + (1 / 24)
    sum = sum * r + (1 / 6)
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
    let exponents = (bits &+ 1023) &<< 52
    return sum * unsafeBitCast(exponents, to: SIMD4<Double>.self)
}
