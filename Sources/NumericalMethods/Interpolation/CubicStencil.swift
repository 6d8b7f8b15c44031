/// Four neighbours on an even grid and the weights of the cubic through them.
public struct CubicStencil: Sendable {
    public let first: Int
    public let weights: SIMD4<Double>

    /// - Parameters:
    ///   - offset: the place in steps from the first node, from 0 to `count` − 1.
    ///   - count: the nodes, at least four.
    @inlinable @inline(__always)
    public init(offset: Double, count: Int) {
        first = min(max(Int(offset) - 1, 0), count - 4)
        weights = Self.weights(at: offset - Double(first))
    }

    /// What four neighbours count for at a place, by the cubic through them (Lagrange).
    /// - Parameter t: the place in steps from the first of them.
    @inlinable @inline(__always)
    public static func weights(at t: Double) -> SIMD4<Double> {
        let (a, b, c, d) = (t, t - 1, t - 2, t - 3)
        return SIMD4(-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6)
    }
}
