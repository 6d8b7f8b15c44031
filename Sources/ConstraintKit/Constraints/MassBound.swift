/// A bound on the mass: below an edge in mass it excludes every coupling above a floor.
///
/// The distance of a point from its limit is one of masses.
public protocol MassBound: CouplingBound {
    /// The least mass that is not excluded; nil where this document has no such edge.
    var massEdge: Mass? { get }
}

extension MassBound {
    public var massBound: (any MassBound)? { self }
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
