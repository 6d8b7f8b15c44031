import Assessment
import ConstraintKit
import Foundation

/// What is drawn of a bound: what it covers at each mass, and the points that the axes have to hold.
public struct DrawnCurve: Sendable {
    /// The couplings that are excluded, preferred or within reach; nil where the bound is silent.
    let coverage: @Sendable (Mass) -> CouplingIntervals?
    let knots: [Curve.Knot]
    let kind: Kind
    /// The scenario in which it is evaluated; nil where it is a curve of a document, the same in all.
    let scenario: String?

    /// The curves of a document; nil where it has none.
    public init?(_ document: Document) {
        let limits = document.limits
        knots = limits.flatMap(\.region.knots)
        guard !knots.isEmpty else { return nil }
        (kind, scenario) = (document.card.kind, nil)
        coverage = { mass in
            let covered = limits.compactMap { limit -> CouplingIntervals? in
                guard case .couplings(let intervals) = limit.region.coverage(at: mass) else { return nil }
                return intervals
            }
            return covered.isEmpty ? nil : CouplingIntervals(union: covered.joined())
        }
    }

    /// A bound that is computed, from 1 MeV to 1 GeV; nil where it limits no coupling there.
    public init?(_ bound: Bound, scenario: String) {
        let coverage: @Sendable (Mass) -> CouplingIntervals? = { mass in
            switch bound.boundary(at: mass) {
            case .excludes(let intervals): intervals
            case .prefers(let preferred): CouplingIntervals(union: preferred.map(\.couplings))
            case .silent, nil: nil
            }
        }
        knots = (0...120).flatMap { step -> [Curve.Knot] in
            guard case .success(let mass) = Result(catching: { try Mass(inMeV: pow(10, Double(step) / 40)) }) else {
                return []
            }
            let edges = (coverage(mass) ?? .init()).flatMap { [$0.lower, $0.upper] }
            return edges.filter { $0 > 0 && $0.isFinite }.map { Curve.Knot(mass: mass.inMeV, coupling: $0) }
        }
        guard !knots.isEmpty else { return nil }
        (self.coverage, kind, self.scenario) = (coverage, bound.card.kind, scenario)
    }
}
