import RealModule

/// Gauss–Legendre quadrature on the unit interval: exact for polynomials of degree 2n − 1.
public struct GaussLegendre: Sendable {
    /// Nodes in (0, 1), rising, and their weights, which add up to 1.
    public let nodes: [Double]
    public let weights: [Double]

    /// - Parameter count: the number of nodes n, at least 1.
    public init(count: Int) {
        precondition(count > 0, "a quadrature has at least one node")
        var nodes: [Double] = []
        var weights: [Double] = []
        for index in (0..<count).reversed() {
            let root = Self.root(index, of: count)
            let slope = Self.legendre(count, at: root).slope
            nodes.append((1 + root) / 2)
            weights.append(1 / ((1 - root * root) * slope * slope))
        }
        self.nodes = nodes
        self.weights = weights
    }

    /// ∫₀¹ f(u) du.
    @inlinable @inline(__always)
    public func integral(_ integrand: (Double) -> Double) -> Double {
        var sum = 0.0
        for index in nodes.indices { sum += weights[index] * integrand(nodes[index]) }
        return sum
    }

    /// The index-th root of P_n from above, by Newton's method from its asymptotic place; six steps reach rounding.
    private static func root(_ index: Int, of count: Int) -> Double {
        var x = Double.cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
        for _ in 0..<6 {
            let (value, slope) = legendre(count, at: x)
            let next = x - value / slope
            // It stays from then on.
            if next == x { break }
            x = next
        }
        return x
    }

    /// P_n and its derivative by Bonnet's recursion.
    private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
        var before = 0.0
        var value = 1.0
        for k in 1...degree {
            let next = (Double(2 * k - 1) * x * value - Double(k - 1) * before) / Double(k)
            (before, value) = (value, next)
        }
        return (value, Double(degree) * (x * value - before) / (x * x - 1))
    }
}
