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
        for first in stride(from: 0, to: count, by: Lanes.scalarCount) {
            let indices = first..<min(first + Lanes.scalarCount, count)
            let roots = Self.roots(indices.map { count - 1 - $0 }, of: count)
            let slopes = Self.legendre(count, at: roots).slope
            for lane in 0..<indices.count {
                let (root, slope) = (roots[lane], slopes[lane])
                nodes.append((1 + root) / 2)
                weights.append(1 / ((1 - root * root) * slope * slope))
            }
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

    /// Roots side by side: each is the same as by itself, and a start waits for hundreds.
    private typealias Lanes = SIMD8<Double>

    /// Some roots of P_n, counted from above, by Newton's method from their asymptotic places; six steps reach rounding.
    private static func roots(_ indices: [Int], of count: Int) -> Lanes {
        var x = Lanes(repeating: 0)
        for (lane, index) in indices.enumerated() {
            x[lane] = Double.cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
        }
        for _ in 0..<6 {
            let (value, slope) = legendre(count, at: x)
            x -= value / slope
        }
        return x
    }

    /// P_n and its derivative by Bonnet's recursion.
    private static func legendre(_ degree: Int, at x: Lanes) -> (value: Lanes, slope: Lanes) {
        var before = Lanes(repeating: 0)
        var value = Lanes(repeating: 1)
        for k in 1...degree {
            let rising = Double(2 * k - 1) * x * value
            let next = (rising - Double(k - 1) * before) / Double(k)
            (before, value) = (value, next)
        }
        let rise = x * value - before
        return (value, Double(degree) * rise / (x * x - 1))
    }
}
