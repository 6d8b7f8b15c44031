/// A bound that is an edge in mass rather than a curve: below it every coupling above a floor is excluded.
///
/// Such a bound has a limit on the mass, and a point a distance from that.
public protocol MassBound: CouplingBound {
    /// The least mass that is not excluded; nil where this document has no such edge.
    var massEdge: Mass? { get }
}

extension CurveConstraint: MassBound {
    public var massEdge: Mass? {
        guard regions.count == 1, case .belowMass(let edge, _) = regions[0] else { return nil }
        return edge
    }
}

extension ComputedOrSupplied: MassBound where Formula: MassBound {
    public var massEdge: Mass? {
        switch basis {
        case .formula(let formula): formula.massEdge
        case .curve(let curve, _): curve.massEdge
        }
    }
}
