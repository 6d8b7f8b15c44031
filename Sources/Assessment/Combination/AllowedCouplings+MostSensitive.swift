import ConstraintKit

/// The deciding bounds that speak at a mass, the one with the best reach first: each decides where none before it can tell.
package struct SensitiveBounds: Sendable {
    let choices: [MostSensitive]
    let speaking: [(bound: Bound, excluded: CouplingIntervals, undecided: [UndecidedInterval])]

    package init(_ bounds: [Bound], at mass: Mass) {
        let found = bounds.filter { $0.role == .decides }.compactMap { bound -> (MostSensitive, CouplingIntervals)? in
            guard let boundary = bound.boundary(at: mass), let excluded = boundary.exclusions else { return nil }
            let reach = bound.reach(at: mass, of: boundary)
            let choice = MostSensitive(
                bound: bound, reach: reach.coupling, isExpected: reach.isExpected, verdict: nil)
            return (choice, excluded)
        }
        // Of equals the first, as for a point.
        let order = found.indices.sorted {
            (found[$0].0.reach ?? .infinity, $0) < (found[$1].0.reach ?? .infinity, $1)
        }
        choices = order.map { found[$0].0 }
        speaking = order.map { (found[$0].0.bound, found[$0].1, found[$0].0.bound.undecided(at: mass)) }
    }

    /// The standing that the first of them that can tell gives a coupling.
    package func standing(_ coupling: Coupling) -> Standing {
        let decides = speaking.first { bound in
            !bound.undecided.contains { $0.couplings.contains(coupling.value) }
        }
        guard let decides else { return .unconstrained }
        return decides.excluded.contains { $0.contains(coupling.value) } ? .excluded : .allowed
    }
}

extension BoundSet {
    /// The couplings that the bound with the best reach leaves at a mass, and where it can't tell the next of those that can;
    /// nil where none speaks.
    func couplingsOfMostSensitive(at mass: Mass) -> (choices: [MostSensitive], allowed: AllowedCouplings)? {
        let sensitive = SensitiveBounds(bounds, at: mass)
        guard !sensitive.choices.isEmpty else { return nil }
        var choices: [MostSensitive] = []
        // Of which nobody has told yet.
        var open = CouplingIntervals(.above(0))
        var allowed: [CouplingInterval] = []
        var edges: [(interval: CouplingInterval, bound: Bound)] = []
        var undecided: [AllowedCouplings.Undecided] = []
        for choice in sensitive.choices where !open.isEmpty {
            let bound = choice.bound
            let zones = bound.statedUndecided(at: mass)
            let silent = CouplingIntervals(union: zones.map(\.couplings))
            let told = open.common(with: silent.complement)
            if !told.isEmpty { choices.append(choice) }
            let excluded = bound.statedBoundary(at: mass)?.exclusions ?? .init()
            allowed += told.common(with: excluded.complement)
            edges += told.common(with: excluded).map { ($0, bound) }
            undecided += zones.flatMap { zone in
                open.common(with: .init(zone.couplings)).map {
                    .init(bound: bound, couplings: $0, reason: zone.reason)
                }
            }
            open = open.common(with: silent)
        }
        undecided = undecided.filter { !open.common(with: .init($0.couplings)).isEmpty }
        edges += undecided.map { (interval: $0.couplings, bound: $0.bound) }
        let intervals = CouplingIntervals(union: allowed).map { couplings in
            AllowedCouplings.Interval(
                couplings: couplings,
                lowerSetBy: edges.first { $0.interval.upper == couplings.lower }?.bound,
                upperSetBy: edges.first { $0.interval.lower == couplings.upper }?.bound)
        }
        return (
            choices,
            AllowedCouplings(
                scenario: scenario.name, mass: mass, intervals: intervals, isConstrained: true,
                failed: bounds.filter { $0.role == .decides && $0.boundary(at: mass) == nil }, bounds: bounds,
                undecided: undecided, speaking: choices.count, ownBounds: scenario.ownBounds)
        )
    }
}

extension CouplingIntervals {
    /// What lies in both.
    func common(with other: CouplingIntervals) -> CouplingIntervals {
        CouplingIntervals(union: Array(complement) + Array(other.complement)).complement
    }
}
