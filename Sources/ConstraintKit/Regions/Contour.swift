/// A closed line in the plane of mass and coupling: straight between its points on a log–log plot.
public struct Contour: Sendable, Hashable {
    /// The corners in order; the last is joined to the first.
    public let points: [Curve.Knot]
    private let logMasses: [Double]
    private let logCouplings: [Double]

    /// - Parameter points: the corners in order; a first point repeated at the end is dropped.
    /// - Throws: ``CurveError`` where a point is not positive or fewer than three are left.
    public init(_ points: [Curve.Knot]) throws(CurveError) {
        var points = points
        if points.count > 1, points.first == points.last { points.removeLast() }
        for (row, point) in points.enumerated() {
            guard point.mass > 0, point.mass < .infinity else {
                throw .notPositive("mass", value: point.mass, row: row)
            }
            guard point.coupling > 0, point.coupling < .infinity else {
                throw .notPositive("coupling", value: point.coupling, row: row)
            }
        }
        guard points.count >= 3 else { throw .contourTooSmall(points: points.count) }
        self.points = points
        logMasses = points.map { naturalLogarithm($0.mass) }
        logCouplings = points.map { naturalLogarithm($0.coupling) }
    }

    /// The masses the contour covers [MeV].
    public var massRange: ClosedRange<Double> {
        var range = points[0].mass...points[0].mass
        for point in points { range = min(range.lowerBound, point.mass)...max(range.upperBound, point.mass) }
        return range
    }

    /// The couplings enclosed at a mass; nil outside the range of masses.
    public func intervals(at mass: Mass) -> CouplingIntervals? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let crossings = crossings(at: mass).map(\.coupling).sorted()
        let pairs = stride(from: 0, to: crossings.count - 1, by: 2)
            .map { CouplingInterval(lower: crossings[$0], upper: crossings[$0 + 1]) }
            .filter { $0.lower < $0.upper }
        return .init(union: pairs)
    }

    /// Where its sides meet a mass, in no order.
    ///
    /// A side counts where its lower end is at or below the mass and its upper end above it, so that a corner is
    /// crossed once. At the greatest mass of all, which no side reaches under that rule, the sides that end there
    /// count instead.
    func crossings(at mass: Mass) -> [EdgeSupport] {
        let isAtTheEnd = mass.inMeV == massRange.upperBound
        let logMass = naturalLogarithm(mass.inMeV)
        return points.indices.compactMap { index in
            let next = index + 1 == points.count ? 0 : index + 1
            let (low, high) = points[index].mass < points[next].mass ? (index, next) : (next, index)
            let crosses =
                isAtTheEnd
                ? points[low].mass < mass.inMeV && points[high].mass == mass.inMeV
                : points[low].mass <= mass.inMeV && mass.inMeV < points[high].mass
            guard crosses else { return nil }
            let fraction = (logMass - logMasses[low]) / (logMasses[high] - logMasses[low])
            return EdgeSupport(
                first: points[low], last: points[high],
                coupling: exponential(logCouplings[low] + fraction * (logCouplings[high] - logCouplings[low])))
        }
    }
}
