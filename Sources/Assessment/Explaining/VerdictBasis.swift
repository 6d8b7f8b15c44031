import ConstraintKit

/// What the limit of a verdict rests on: where in which document it was read off, or how it was computed.
public enum VerdictBasis: Sendable, Hashable {
    /// Between two points of a curve or an outline. `factor` is the limit over the value there: 1, or what rescaling to the
    /// scenario's conventions makes of it.
    case interpolated(EdgeSupport, factor: Double)
    /// An edge in mass, the same for every coupling.
    case massEdge(Mass)
    /// A curve that excludes no coupling at the mass.
    case noEdge
    /// A formula or a table of the program's own.
    case computed
    /// The code of a plugin.
    case plugin
}

extension BoundVerdict {
    /// What it rests on at a mass.
    public func basis(at mass: Mass) -> VerdictBasis {
        if bound.isPlugin { return .plugin }
        let regions = (bound.constraint as? any RegionBound)?.regions ?? []
        guard !regions.isEmpty else { return .computed }
        if let edge = massLimit ?? bound.massEdge { return .massEdge(edge) }
        guard let limit else { return .noEdge }
        let nearest = regions.flatMap { $0.supports(at: mass) }
            .min { abs(dex(from: $0.coupling, to: limit)) < abs(dex(from: $1.coupling, to: limit)) }
        return nearest.map { .interpolated($0, factor: limit / $0.coupling) } ?? .noEdge
    }
}
