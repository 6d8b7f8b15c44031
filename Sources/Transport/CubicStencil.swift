/// Four neighbours on an even grid and the weights of the cubic through them.
struct CubicStencil: Sendable {
    var first: Int
    var weights: SIMD4<Double>

    /// - Parameters:
    ///   - offset: the place in steps from the first node, from 0 to `count` − 1.
    ///   - count: the nodes, at least four.
    init(offset: Double, count: Int) {
        first = min(max(Int(offset) - 1, 0), count - 4)
        let t = offset - Double(first)
        let (a, b, c, d) = (t, t - 1, t - 2, t - 3)
        weights = SIMD4(-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6)
    }
}
