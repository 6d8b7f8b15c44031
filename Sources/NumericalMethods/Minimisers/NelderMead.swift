/// Nelder and Mead's simplex: a minimum without derivatives, for functions that have kinks.
///
/// J. A. Nelder and R. Mead, Computer Journal 7, 308 (1965), with the coefficients given there; ties and the order of
/// vertices as in J. C. Lagarias et al., SIAM J. Optim. 9, 112 (1998).
public struct NelderMead: Sendable {
    /// The search ends where the values at all corners agree to this and no side is longer than ``size``.
    public let tolerance: Double
    public let size: Double
    /// A simplex that shrinks without end on a function that is no number stops here.
    public var maximumEvaluations = 400

    public init(tolerance: Double, size: Double) {
        self.tolerance = tolerance
        self.size = size
    }

    /// A corner of the simplex and the function there.
    public struct Vertex: Sendable {
        public var x: [Double]
        public var y: Double
    }

    /// A local minimum near a start.
    /// - Parameters:
    ///   - start: a corner of the first simplex.
    ///   - steps: to the other corners, one along each axis, none zero.
    public func minimum<Failure: Error>(
        from start: [Double], steps: [Double], of function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> Vertex {
        var simplex = [Vertex(x: start, y: try function(start))]
        for axis in start.indices {
            var corner = start
            corner[axis] += steps[axis]
            simplex.append(Vertex(x: corner, y: try function(corner)))
        }
        var evaluations = simplex.count
        func tried(_ x: [Double]) throws(Failure) -> Vertex {
            evaluations += 1
            return Vertex(x: x, y: try function(x))
        }
        while evaluations < maximumEvaluations {
            simplex.sort { $0.y < $1.y }
            guard !hasConverged(simplex) else { break }
            let last = simplex.count - 1
            let (worst, center) = (simplex[last], Self.center(of: simplex.dropLast()))
            func along(_ factor: Double) -> [Double] { zip(center, worst.x).map { $0 + factor * ($0 - $1) } }
            let reflected = try tried(along(1))
            if reflected.y < simplex[0].y {
                let expanded = try tried(along(2))
                simplex[last] = expanded.y < reflected.y ? expanded : reflected
            } else if reflected.y < simplex[last - 1].y {
                simplex[last] = reflected
            } else {
                let contracted = try tried(along(reflected.y < worst.y ? 0.5 : -0.5))
                if contracted.y < min(reflected.y, worst.y) {
                    simplex[last] = contracted
                } else {
                    for index in 1...last {
                        simplex[index] = try tried(zip(simplex[0].x, simplex[index].x).map { ($0 + $1) / 2 })
                    }
                }
            }
        }
        return simplex.min { $0.y < $1.y } ?? simplex[0]
    }

    private func hasConverged(_ simplex: [Vertex]) -> Bool {
        let (best, worst) = (simplex[0], simplex[simplex.count - 1])
        guard worst.y - best.y <= tolerance else { return false }
        return simplex.dropFirst().allSatisfy { corner in
            zip(corner.x, best.x).allSatisfy { abs($0 - $1) <= size }
        }
    }

    private static func center(of corners: ArraySlice<Vertex>) -> [Double] {
        var sum = [Double](repeating: 0, count: corners[0].x.count)
        for corner in corners { for axis in sum.indices { sum[axis] += corner.x[axis] } }
        return sum.map { $0 / Double(corners.count) }
    }
}
