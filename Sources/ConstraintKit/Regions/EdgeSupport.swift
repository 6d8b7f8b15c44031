/// What the edge of a region rests on at a mass: the points of its document between which it is drawn, straight on a log–log
/// plot.
public struct EdgeSupport: Sendable, Hashable {
    /// The point at or below the mass.
    public var first: Curve.Knot
    /// The point at or above it; the first one again where the mass is that of a knot.
    public var last: Curve.Knot
    /// g′ of the edge at the mass.
    public var coupling: Double

    public init(first: Curve.Knot, last: Curve.Knot, coupling: Double) {
        self.first = first
        self.last = last
        self.coupling = coupling
    }
}

extension Curve {
    /// The knots around a mass; nil where the curve says nothing of it.
    public func support(at mass: Mass) -> EdgeSupport? {
        guard case .coupling(let coupling) = value(at: mass),
            let index = knots.lastIndex(where: { $0.mass <= mass.inMeV })
        else { return nil }
        let last = knots[index].mass < mass.inMeV ? index + 1 : index
        return EdgeSupport(first: knots[index], last: knots[last], coupling: coupling)
    }
}

extension Region {
    /// What its edges rest on at a mass, by rising coupling; empty where it says nothing, and for an edge in mass.
    public func supports(at mass: Mass) -> [EdgeSupport] {
        let found: [EdgeSupport]
        switch self {
        case .above(let curve), .below(let curve): found = curve.support(at: mass).map { [$0] } ?? []
        case .inside(let contour), .outside(let contour): found = contour.supports(at: mass)
        case .between(let band): found = band.contour.supports(at: mass)
        case .belowMass: found = []
        }
        return found.sorted { $0.coupling < $1.coupling }
    }
}

extension Contour {
    fileprivate func supports(at mass: Mass) -> [EdgeSupport] {
        massRange.contains(mass.inMeV) ? crossings(at: mass) : []
    }
}
