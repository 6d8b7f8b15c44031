/// The least value of a function over a box of few dimensions, its edges included: the function is looked at on a lattice, and the
/// valleys that begin at the lowest places of it are followed to their ends.
///
/// Between neighbours on the lattice the function may have no valley that none of them shows.
public struct BoxSearch: Sendable {
    /// How many places there are along each side, the ends among them; 2 or more.
    public let counts: [Int]
    /// How near the place of the least value has to be known, as a part of a side.
    public var tolerance = 3e-4
    /// Of the lowest places on the lattice that no neighbour is below, so many are begun from.
    public var starts = 3

    public init(counts: [Int]) { self.counts = counts }

    /// The places of the lattice, with coordinates from 0 to 1; the last runs fastest.
    public var places: [[Double]] {
        counts.reduce([[]]) { places, count in
            places.flatMap { place in (0..<count).map { place + [Double($0) / Double(count - 1)] } }
        }
    }

    /// Where a function is least.
    /// - Parameter function: of coordinates from 0 to 1.
    public func minimum<Failure: Error>(
        of function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> (x: [Double], y: Double) {
        let places = places
        var values: [Double] = []
        for place in places { values.append(try function(place)) }
        return try minimum(from: values, of: function)
    }

    /// The same with the values on the lattice known.
    /// - Parameter values: in the order of ``places``.
    public func minimum<Failure: Error>(
        from values: [Double], of function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> (x: [Double], y: Double) {
        let places = places
        let lowest = values.indices.min { values[$0] < values[$1] } ?? 0
        var best = (x: places[lowest], y: values[lowest])
        let begun = values.indices.filter { isLowest($0, values) }.sorted { values[$0] < values[$1] }.prefix(starts)
        for start in begun {
            let found =
                counts.count == 1
                ? try between(places[start][0], function) : try descent(places[start], function)
            if found.y < best.y { best = found }
        }
        return best
    }

    /// The least between the neighbours of a place on a side that is the only one.
    private func between<Failure: Error>(
        _ place: Double, _ function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> (x: [Double], y: Double) {
        let step = 1 / Double(counts[0] - 1)
        let found = try BrentMinimiser(tolerance: tolerance).minimum(in: max(place - step, 0)...min(place + step, 1)) {
            x throws(Failure) in try function([x])
        }
        return ([found.x], found.y)
    }

    /// What lies outside the box stands for the nearest place inside.
    private func descent<Failure: Error>(
        _ place: [Double], _ function: ([Double]) throws(Failure) -> Double
    ) throws(Failure) -> (x: [Double], y: Double) {
        func inside(_ x: [Double]) -> [Double] { x.map { min(max($0, 0), 1) } }
        // Of a simplex with a corner outside two would be one place.
        let steps = zip(place, counts).map { ($0 > 0.5 ? -0.5 : 0.5) / Double($1 - 1) }
        let found = try NelderMead(tolerance: tolerance, size: tolerance).minimum(from: place, steps: steps) {
            x throws(Failure) in try function(inside(x))
        }
        return (inside(found.x), found.y)
    }

    /// Whether no neighbour along a side is below a place of the lattice.
    private func isLowest(_ place: Int, _ values: [Double]) -> Bool {
        var stride = 1
        for count in counts.reversed() {
            let position = place / stride % count
            if position > 0, values[place - stride] < values[place] { return false }
            if position < count - 1, values[place + stride] < values[place] { return false }
            stride *= count
        }
        return true
    }
}
