import RealModule

/// Interpolation of a smooth function between the Chebyshev points of a range.
///
/// Barycentric form: J.-P. Berrut and L. N. Trefethen, SIAM Review 46, 501 (2004), eq. (4.2).
public struct ChebyshevNodes: Sendable {
    /// Rising, the ends of the range among them.
    public let nodes: [Double]

    /// - Parameter count: two or more.
    public init(range: ClosedRange<Double>, count: Int) {
        let middle = (range.lowerBound + range.upperBound) / 2
        let radius = (range.upperBound - range.lowerBound) / 2
        var nodes = (0..<count).map { middle - radius * Double.cos(.pi * Double($0) / Double(count - 1)) }
        // The ends to the last bit, so that what is at an end is told from what is next to it.
        nodes[0] = range.lowerBound
        nodes[count - 1] = range.upperBound
        self.nodes = nodes
    }

    /// What each node's value counts for at a point of the range; they sum to 1.
    public func weights(at x: Double, into weights: inout [Double]) {
        weights.withUnsafeMutableBufferPointer { memory in
            if let first = memory.baseAddress { self.weights(at: x, into: first) }
        }
    }

    /// The same into memory for as many as there are nodes.
    public func weights(at x: Double, into weights: UnsafeMutablePointer<Double>) {
        nodes.withUnsafeBufferPointer { nodes in
            var sum = 0.0
            for index in nodes.indices {
                let distance = x - nodes[index]
                guard distance != 0 else {
                    for other in nodes.indices { weights[other] = other == index ? 1 : 0 }
                    return
                }
                let isEnd = index == 0 || index == nodes.count - 1
                weights[index] = (index % 2 == 0 ? 1 : -1) * (isEnd ? 0.5 : 1) / distance
                sum += weights[index]
            }
            for index in nodes.indices { weights[index] /= sum }
        }
    }
}
