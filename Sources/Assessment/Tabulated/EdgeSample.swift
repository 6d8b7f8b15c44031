import ConstraintKit

/// What a bound says at one mass as a list of edges, to be compared with that at another.
struct EdgeSample: Sendable {
    /// Whether it speaks at all.
    let speaks: Bool
    /// How many intervals it excludes; those at which it can't tell follow them.
    let excluded: Int
    /// Lower and upper edges in turn.
    let edges: [Double]

    /// - Returns: nil where the bound fails, or prefers couplings and excludes none: it has to be asked itself.
    init?(_ bound: Bound, at mass: Double) {
        guard let mass = try? Mass(inMeV: mass), let boundary = bound.boundary(at: mass) else { return nil }
        switch boundary {
        case .prefers: return nil
        case .silent: (speaks, excluded, edges) = (false, 0, [])
        case .excludes(let intervals):
            let open: [UndecidedInterval]
            do { open = try bound.openZones(at: mass) } catch { return nil }
            speaks = true
            excluded = intervals.count
            edges = (Array(intervals) + open.map(\.couplings)).flatMap {
                [$0.lower, min($0.upper, EdgeLine.noUpperEdge)]
            }
        }
    }

    /// Whether the same intervals are there, ending in the same directions.
    func isLike(_ other: EdgeSample) -> Bool {
        guard speaks == other.speaks, excluded == other.excluded, edges.count == other.edges.count else { return false }
        return zip(edges, other.edges).allSatisfy { Self.isEnd($0) == Self.isEnd($1) && (!Self.isEnd($0) || $0 == $1) }
    }

    /// Whether an edge is none: no coupling lies beyond it.
    static func isEnd(_ edge: Double) -> Bool { edge == 0 || edge == EdgeLine.noUpperEdge }
}
