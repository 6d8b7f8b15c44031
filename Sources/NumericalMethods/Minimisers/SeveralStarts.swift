/// The least value of a function that may have several valleys, kinks and places where it has none: it is looked at in places that
/// Sobol's sequence spreads evenly, and Nelder and Mead's simplex descends from the lowest of these.
///
/// The search is a function of its settings alone, and ends after so many evaluations whatever the function is.
public struct SeveralStarts: Sendable {
    /// Of the function.
    public let dimension: Int
    /// Places that are looked at first, the middle of the cube among them.
    public var starts = 16
    /// Of these, so many of the lowest are descended from.
    public var descents = 3
    /// How well the least value is to be known: a descent ends where it is begun anew and gains no more than this.
    public var tolerance = 1e-4
    /// No side of the last simplex is longer.
    public var size = 1e-3
    /// At most.
    public var evaluations = 2000
    /// Of the sequence.
    public var seed: UInt64 = 1

    /// Along each axis, of the first simplex.
    private static let side = 0.15

    public init(dimension: Int) { self.dimension = dimension }

    /// Where the least value was found.
    public struct Found: Sendable, Hashable {
        public var x: [Double]
        /// Infinite where the function has no value in any place that was looked at.
        public var y: Double
        public var evaluations: Int
        /// Whether the descent that found it ended because it gained nothing more.
        public var hasConverged: Bool
    }

    /// - Parameter function: meant for places with coordinates from 0 to 1, and asked outside too; what is not a number counts as
    ///   infinite.
    public func minimum<Failure: Error>(
        of function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> Found {
        var count = 0
        func value(_ x: [Double]) throws(Failure) -> Double {
            count += 1
            let y = try function(x)
            return y.isNaN ? .infinity : y
        }
        var seen: [(x: [Double], y: Double)] = []
        for place in places { seen.append((place, try value(place))) }
        // Of equal ones the first: the order does not depend on how sorting goes about it.
        let order = seen.indices.sorted { (seen[$0].y, $0) < (seen[$1].y, $1) }
        var best = Found(x: seen[order[0]].x, y: seen[order[0]].y, evaluations: 0, hasConverged: false)
        guard best.y < .infinity else { return Found(x: best.x, y: best.y, evaluations: count, hasConverged: false) }
        let valleys = order.prefix(max(descents, 1)).filter { seen[$0].y < .infinity }
        for (number, start) in valleys.enumerated() {
            let end = count + (evaluations - count) / (valleys.count - number)
            let (place, hasConverged) = try descent(from: seen[start].x, seen[start].y, left: { end - count }, value)
            if place.y < best.y || (place.y == best.y && hasConverged) {
                best = Found(x: place.x, y: place.y, evaluations: 0, hasConverged: hasConverged)
            }
        }
        best.evaluations = count
        return best
    }

    /// The middle, then as Sobol's sequence has them.
    private var places: [[Double]] {
        let sequence = SobolSequence(dimension: dimension, seed: seed)
        return [[Double](repeating: 0.5, count: dimension)]
            + (0..<max(min(starts, evaluations) - 1, 0)).map { number in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: dimension) { point in
                    sequence.write(UInt32(number), to: point)
                    return Array(point)
                }
            }
    }

    /// A simplex that collapsed early goes on: it is begun anew where it ended until that gains nothing.
    private func descent<Failure: Error>(
        from start: [Double], _ value: Double, left: () -> Int, _ function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> (NelderMead.Vertex, hasConverged: Bool) {
        var best = NelderMead.Vertex(x: start, y: value)
        var side = Self.side
        // The first simplex, and one that shrinks at the end, are not counted by its own limit.
        let beside = 2 * (dimension + 1)
        while left() > beside {
            let before = left()
            var simplex = NelderMead(tolerance: tolerance / 4, size: size)
            simplex.maximumEvaluations = min(before - beside, 200 * dimension)
            // Towards the middle, so that no corner of the first lies beyond an end.
            let found = try simplex.minimum(
                from: best.x, steps: best.x.map { $0 > 0.5 ? -side : side }, of: function)
            let hasEnded = before - left() < simplex.maximumEvaluations
            let gain = best.y - found.y
            if found.y < best.y { best = found }
            // The first ends where it began only by chance.
            if side < Self.side, hasEnded, gain <= tolerance { return (best, true) }
            side = 0.3 * Self.side
        }
        return (best, false)
    }
}
