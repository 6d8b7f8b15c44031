/// ln of four positive, finite, normal numbers at once, to 1e-15 of it or of one, whichever is larger.
///
/// By hand for the reason of ``exponential(_:)``. x = 2^k m with m between √½ and √2, and ln m = 2 artanh s with
/// s = (m − 1)/(m + 1), |s| ≤ 0.172, by its series.
@inlinable @inline(__always)
public func logarithm(_ x: SIMD4<Double>) -> SIMD4<Double> {
    let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // Counted from √½, so that m is next to one; k with it in twelve bits, two's complement.
    let shifted = bits &- 0x3FE6_A09E_667F_3BCD
    let mantissa = unsafeBitCast(bits &- (shifted & 0xFFF0_0000_0000_0000), to: SIMD4<Double>.self)
    // Behind the leading bit of 2^52 an integer is the number that it adds; 2048 more makes it positive.
    let raised = ((shifted &>> 52) ^ 0x800) | 0x4330_0000_0000_0000
    let k = unsafeBitCast(raised, to: SIMD4<Double>.self) - 4_503_599_627_372_544
    let s = (mantissa - 1) / (mantissa + 1)
    let s2 = s * s
    let s4 = s2 * s2
    let even = powers(s4, 2, 2 / 5, 2 / 9, 2 / 13, 2 / 17, 2 / 21, 0)
    let odd = powers(s4, 2 / 3, 2 / 7, 2 / 11, 2 / 15, 2 / 19, 0, 0)
    let small: SIMD4<Double> = s * (even + s2 * odd) + k * 1.908_214_929_270_587_7e-10
    return k * 0.693_147_180_369_123_8 + small
}
