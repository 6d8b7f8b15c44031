extension LineGeometry {
    /// The place of a pair of lines among the pairs.
    @inline(__always)
    func pair(_ lower: Int, _ higher: Int) -> Int { lower * (lower - 1) / 2 + higher }

    /// Those of a pair of lines, node by node.
    func crossings(_ lower: Int, _ higher: Int) -> ArraySlice<Crossing> {
        crossings[pair(lower, higher) * grid.nodes.count..<(pair(lower, higher) + 1) * grid.nodes.count]
    }

    /// The place of a pair of lines and one that emits above both or is the higher, among all of these.
    @inline(__always)
    static func passage(_ lower: Int, _ higher: Int, _ emitter: Int) -> Int {
        (lower &- 1) &* lower &* (lower &+ 1) / 6 &+ higher &* (higher &+ 1) / 2 &+ emitter
    }

    /// What e^{−τ} on either side counts for, by Hermite's cubic, and what −κ|Q_ij|² e^{−τ} does: the derivative of e^{−τ} to u is
    /// itself times that of −τ.
    /// - Parameter slopes: ``depthSlopeAtNode``.
    @inline(__always)
    static func survivalWeights(_ position: RedshiftGrid.Position, slopes: [Double]) -> SIMD4<Double> {
        let (weights, cell) = (position.weights, position.cell)
        return SIMD4(weights.x, weights.y, weights.z * slopes[cell], weights.w * slopes[cell + 1])
    }
}
