import RealModule

/// Places in ε = ln(E_1st/E) between which a cumulative flux is read: even, and closer towards each place where the
/// spectrum may step, where the narrowest wings that are tabulated end. They do not depend on the mediator.
struct WideMesh: Sendable {
    /// Rising.
    let places: [Double]

    /// - Parameter distances: from the highest line to all places where the spectrum may step, rising from 0.
    init(distances: [Double]) {
        guard let first = distances.first, let last = distances.last else {
            places = []
            return
        }
        var places = Self.outward(to: Self.farthest).reversed().map { first - $0 }
        for (upper, lower) in zip(distances, distances.dropFirst()) where lower - upper > Self.nearest {
            let half = Self.outward(to: (lower - upper) / 2)
            places.append(upper)
            places += half.map { upper + $0 }
            places += half.dropLast().reversed().map { lower - $0 }
        }
        places.append(last)
        places += Self.outward(to: Self.farthest).map { last + $0 }
        self.places = places
    }

    var range: ClosedRange<Double> {
        guard let first = places.first, let last = places.last else { return 0...0 }
        return first...last
    }

    /// The cell that holds a place of ``range``.
    @inline(__always)
    func cell(of epsilon: Double) -> Int {
        var (low, high) = (0, places.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle] <= epsilon { low = middle } else { high = middle }
        }
        return low
    }

    /// Distances from a line, the last of them `end`.
    private static func outward(to end: Double) -> [Double] {
        var distances: [Double] = []
        var place = 0.0
        while place < end {
            place += min(step, max(growth * place, nearest))
            distances.append(place)
        }
        // No cell is left short.
        return distances.map { $0 * (end / place) }
    }

    /// e-folds beyond the lines.
    private static let farthest = 30.0
    /// Cubics between such places leave less than 1e-5 of a segment where the spectrum is smooth.
    private static let step = 0.1
    /// The first cell at a line, where the flux may jump: what the cubic makes of that is as much of a segment's width.
    private static let nearest = 2e-3
    /// A cell's width over its distance from the line.
    private static let growth = 0.4
}
