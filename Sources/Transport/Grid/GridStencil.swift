import NumericalMethods

/// The cubic through the four nodes around places that lie alike between nodes; at the ends, through the last four.
struct GridStencil {
    /// Of the four, for places whose stencil begins so many nodes too low, −2 to 1.
    private let weights: InlineArray<4, SIMD4<Double>>
    /// The first of the four nodes, less the node whose place it is.
    private let first: Int
    private let largestFirst: Int

    /// Places a part of an interval, 0 to 1, above their nodes; the last node has none.
    init(ahead part: Double, nodes: Int) { self.init(first: -1, offset: 1 + part, nodes: nodes) }

    /// Places a part of an interval, 0 to 1, below their nodes; below the first node the cubic is continued.
    init(behind part: Double, nodes: Int) { self.init(first: -2, offset: 2 - part, nodes: nodes) }

    private init(first: Int, offset: Double, nodes: Int) {
        self.first = first
        largestFirst = nodes - 4
        weights = InlineArray { moved in
            CubicStencil.weights(at: offset + Double(moved - 2))
        }
    }

    /// The value at a node's place.
    /// - Parameter stride: from a node's value to the next one's.
    @inline(__always)
    func value(
        _ values: UnsafeMutableBufferPointer<SIMD4<Double>>, _ node: Int, stride: Int = 1, part: Int = 0
    ) -> SIMD4<Double> {
        let wanted = node + first
        let start = min(max(wanted, 0), largestFirst)
        let weights = weights[wanted - start + 2]
        let place = start * stride + part
        let low = values[place] * weights.x + values[place + stride] * weights.y
        return low + (values[place + 2 * stride] * weights.z + values[place + 3 * stride] * weights.w)
    }
}
