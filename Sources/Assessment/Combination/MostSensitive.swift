import ConstraintKit

/// The bound whose expected reach in g′ is the best at a mass, and which therefore decides alone.
public struct MostSensitive: Sendable {
    public let bound: Bound
    /// The least coupling it reaches; nil where it excludes none at this mass.
    public let reach: Double?
    /// Whether the reach is what was expected without a signal; where its document has no such curve, what was observed
    /// stands for it.
    public let isExpected: Bool
    /// What it says of the point; nil where no point was asked about.
    public let verdict: BoundVerdict?

    /// The standing that its verdict makes.
    public var standing: Standing { verdict.map { Standing(of: [$0]) } ?? .unconstrained }
}

extension PointVerdicts {
    /// Of the deciding bounds that speak of the point the one with the best reach at its mass; nil where none speaks.
    public var mostSensitive: MostSensitive? {
        let speaking = verdicts.filter { $0.decides && $0.speaks }
        let reaches = speaking.map { ($0, $0.bound.reach(at: mass, of: $0.bound.boundary(at: mass))) }
        return reaches.min { ($0.1.coupling ?? .infinity) < ($1.1.coupling ?? .infinity) }
            .map { MostSensitive(bound: $0.bound, reach: $1.coupling, isExpected: $1.isExpected, verdict: $0) }
    }

    /// The deciding bounds that speak of the point.
    public var speaking: [BoundVerdict] { verdicts.filter { $0.decides && $0.speaks } }
}

extension BoundVerdict {
    /// Whether the point is excluded or allowed by it.
    fileprivate var speaks: Bool {
        switch verdict {
        case .excluded, .allowed: true
        case .preferred, .disfavoured, .silent, .failed: false
        }
    }
}

extension Bound {
    /// The least coupling that it was expected to exclude at a mass, or does where that is not known.
    /// - Parameter boundary: what it says at the mass.
    func reach(at mass: Mass, of boundary: Boundary?) -> (coupling: Double?, isExpected: Bool) {
        let expected = expectedRegions.compactMap { region -> Double? in
            guard case .couplings(let couplings) = region.coverage(at: mass) else { return nil }
            return couplings.first?.lower
        }
        if let least = expected.min() { return (least, true) }
        return (boundary?.exclusions?.first?.lower, false)
    }
}
