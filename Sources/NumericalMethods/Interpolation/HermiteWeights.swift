/// Cubic Hermite weights of value left, value right, derivative left, derivative right.
/// - Parameters:
///   - t: the place as a fraction of the step, from 0 to 1.
///   - step: from left to right.
@inlinable @inline(__always)
public func hermiteWeights(_ t: Double, step: Double) -> SIMD4<Double> {
    let rest = 1 - t
    let right = t * t * (3 - 2 * t)
    return SIMD4(1 - right, right, step * t * rest * rest, -step * t * t * rest)
}
