import ConstraintKit

/// The bound whose expected reach in g′ is the best at a mass, and which therefore decides alone.
public struct MostSensitive: Sendable {
    public let bound: Bound
    /// The coupling it reaches down to; nil where it excludes none at this mass, or islands below the point.
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
        let reaches = speaking.map {
            ($0, $0.bound.reach(at: mass, of: $0.bound.boundary(at: mass)).competing(for: coupling.value))
        }
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

/// How far a bound reaches down in g′ at a mass.
struct Reach {
    /// The coupling above which it excludes all; where it excludes none but islands, the lower edge of the uppermost; nil
    /// where it excludes nothing.
    let coupling: Double?
    let isExpected: Bool
    /// The upper edge of the uppermost island, above which it can't compete; infinite for a limit.
    let end: Double

    init(_ excluded: CouplingIntervals?, isExpected: Bool) {
        let last = excluded.flatMap { $0.last }
        (coupling, end, self.isExpected) = (last?.lower, last?.upper ?? .infinity, isExpected)
    }

    private init(isExpected: Bool) { (coupling, end, self.isExpected) = (nil, .infinity, isExpected) }

    /// By which it competes for a coupling.
    func competing(for coupling: Double) -> Reach { coupling <= end ? self : Reach(isExpected: isExpected) }

    /// Those by which it competes for all couplings: above islands it is the last to be asked.
    var all: [Reach] { end.isFinite ? [self, Reach(isExpected: isExpected)] : [self] }
}

extension Bound {
    /// How far it was expected to reach at a mass, or does where that is not known.
    /// - Parameter boundary: what it says at the mass.
    func reach(at mass: Mass, of boundary: Boundary?) -> Reach {
        let expected = expectedRegions.compactMap { region -> Reach? in
            guard case .couplings(let couplings) = region.coverage(at: mass), !couplings.isEmpty else { return nil }
            return Reach(couplings, isExpected: true)
        }
        let limits = expected.filter { !$0.end.isFinite }
        let best = (limits.isEmpty ? expected : limits).min { ($0.coupling ?? .infinity) < ($1.coupling ?? .infinity) }
        return best ?? Reach(boundary?.exclusions, isExpected: false)
    }
}
