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
        // A document that says so holds inputs of a formula; the curves of any other are the bound.
        guard bound.card.method != .computed, !bound.documentRegions.isEmpty else { return .computed }
        if let edge = massLimit ?? bound.massEdge { return .massEdge(edge) }
        guard let limit else { return .noEdge }
        let drawn = bound.documentRegions.flatMap { $0.supports(at: mass) }.sorted { $0.coupling < $1.coupling }
        let edges = bound.edges(at: mass)
        // Where the scenario rescales the curves an edge is told by its place among all, not by its coupling.
        let places = edges.count == drawn.count ? edges : drawn.map(\.coupling)
        let nearest = places.indices.min {
            abs(dex(from: places[$0], to: limit)) < abs(dex(from: places[$1], to: limit))
        }
        guard let nearest else { return .noEdge }
        return .interpolated(drawn[nearest], factor: limit / drawn[nearest].coupling)
    }
}

extension Bound {
    /// The couplings at which what it says changes at a mass, rising.
    fileprivate func edges(at mass: Mass) -> [Double] {
        let intervals: [CouplingInterval]
        switch boundary(at: mass) {
        case .excludes(let excluded)?: intervals = Array(excluded)
        case .prefers(let preferred)?: intervals = preferred.map(\.couplings)
        case .silent?, nil: intervals = []
        }
        return intervals.flatMap { [$0.lower, $0.upper] }.filter { $0 > 0 && $0.isFinite }.sorted()
    }
}
