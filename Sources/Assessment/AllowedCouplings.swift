import ConstraintKit
import Scenarios

/// Which couplings the deciding bounds leave at a mass.
public struct AllowedCouplings: Sendable {
    public let scenario: String
    public let mass: Mass
    /// What no deciding bound excludes, without the couplings at which none of those that speak can tell, with who sets
    /// the edges. Everything where none speaks: see ``isConstrained``.
    public let intervals: [Interval]
    /// Whether any deciding bound speaks at this mass.
    public let isConstrained: Bool
    /// Deciding bounds that could not be evaluated at this mass: they exclude nothing here, and might have.
    public let failed: [Bound]
    /// All bounds of the scenario, those that do not decide among them.
    public let bounds: [Bound]
    /// Where deciding bounds that speak at this mass can't tell.
    public var undecided: [Undecided] = []
    /// The number of deciding bounds that speak at this mass.
    public var speaking = 0
    /// What deciding bounds exclude: what is neither this nor allowed is undecided.
    public var excluded = CouplingIntervals()
    /// Which bounds that the user added are among them.
    public var ownBounds = Scenario.OwnBounds.all

    /// Whether every coupling is left: no deciding bound speaks, or none of those that do limits the coupling.
    public var leavesEveryCoupling: Bool {
        intervals.count == 1 && intervals[0].couplings.lower <= 0 && intervals[0].couplings.upper == .infinity
    }

    /// An interval of allowed couplings.
    public struct Interval: Sendable {
        public let couplings: CouplingInterval
        /// The bound that excludes what lies just below, or can't tell of it; nil where the interval has no lower edge.
        public let lowerSetBy: Bound?
        /// The bound that excludes what lies just above, or can't tell of it; nil where the interval has no upper edge.
        public let upperSetBy: Bound?
    }

    /// Couplings that nobody excludes and at which a bound can't tell.
    public struct Undecided: Sendable {
        public let bound: Bound
        public let couplings: CouplingInterval
        public let reason: String
    }
}

extension BoundSet {
    /// The allowed couplings at a mass, and which bound sets each edge.
    public func allowedCouplings(at mass: Mass) -> AllowedCouplings { allowedCouplings(at: mass) { _ in true } }

    /// The same where only some of the deciding bounds are asked.
    func allowedCouplings(at mass: Mass, by asked: (Bound) -> Bool) -> AllowedCouplings {
        var excluded: [(interval: CouplingInterval, bound: Bound)] = []
        var failed: [Bound] = []
        var speaking = 0
        var undecided: [AllowedCouplings.Undecided] = []
        // The couplings at which some bound that speaks can tell.
        var told: [CouplingInterval] = []
        for bound in bounds where bound.role == .decides && asked(bound) {
            switch bound.statedBoundary(at: mass) {
            case .excludes(let intervals):
                speaking += 1
                excluded += intervals.map { ($0, bound) }
                let open = bound.statedUndecided(at: mass)
                undecided += open.map { .init(bound: bound, couplings: $0.couplings, reason: $0.reason) }
                told += Array(CouplingIntervals(union: open.map(\.couplings)).complement)
            case .prefers, .silent: continue
            case nil: failed.append(bound)
            }
        }
        let unknown = speaking > 0 ? Array(CouplingIntervals(union: told).complement) : []
        let left = CouplingIntervals(union: excluded.map(\.interval)).complement
        let allowed = CouplingIntervals(union: excluded.map(\.interval) + unknown).complement
        let edges = excluded + undecided.map { (interval: $0.couplings, bound: $0.bound) }
        let intervals = allowed.map { couplings in
            AllowedCouplings.Interval(
                couplings: couplings,
                lowerSetBy: edges.first { $0.interval.upper == couplings.lower }?.bound,
                upperSetBy: edges.first { $0.interval.lower == couplings.upper }?.bound)
        }
        return AllowedCouplings(
            scenario: scenario.name, mass: mass, intervals: intervals, isConstrained: speaking > 0,
            failed: failed, bounds: bounds, undecided: undecided.filter { $0.isOpen(within: left) },
            speaking: speaking, excluded: left.complement, ownBounds: scenario.ownBounds)
    }
}

extension AllowedCouplings.Undecided {
    /// Whether anything of it is among what no bound excludes.
    fileprivate func isOpen(within left: CouplingIntervals) -> Bool {
        left.contains { $0.lower < couplings.upper && couplings.lower < $0.upper }
    }
}
