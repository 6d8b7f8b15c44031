import ConstraintKit

/// The deciding bounds that speak at a mass, the one with the best reach first: each decides where none before it can tell.
package struct SensitiveBounds: Sendable {
    let competing: [Competing]

    struct Competing: Sendable {
        let choice: MostSensitive
        let excluded: CouplingIntervals
        /// Where it can't tell.
        let undecided: CouplingIntervals
        /// The greatest coupling for which it competes by this reach.
        let end: Double
    }

    package init(_ bounds: [Bound], at mass: Mass) {
        let found = bounds.filter { $0.role == .decides }.flatMap { bound -> [Competing] in
            guard let boundary = bound.boundary(at: mass), let excluded = boundary.exclusions else { return [] }
            let undecided = CouplingIntervals(union: bound.undecided(at: mass).map(\.couplings))
            return bound.reach(at: mass, of: boundary).all.map {
                let choice = MostSensitive(
                    bound: bound, reach: $0.coupling, isExpected: $0.isExpected, verdict: nil)
                return Competing(choice: choice, excluded: excluded, undecided: undecided, end: $0.end)
            }
        }
        // Of equals the first, as for a point.
        competing = found.indices.sorted {
            (found[$0].choice.reach ?? .infinity, $0) < (found[$1].choice.reach ?? .infinity, $1)
        }.map { found[$0] }
    }

    /// The standing that the first of them that can tell gives a coupling.
    package func standing(_ coupling: Coupling) -> Standing {
        let value = coupling.value
        let decides = competing.first { bound in
            value <= bound.end && !bound.undecided.contains { $0.contains(value) }
        }
        guard let decides else { return .unconstrained }
        return decides.excluded.contains { $0.contains(value) } ? .excluded : .allowed
    }
}

extension BoundSet {
    /// The couplings that the bound with the best reach leaves at a mass, and where it can't tell the next of those that can;
    /// nil where none speaks.
    func couplingsOfMostSensitive(at mass: Mass) -> (choices: [MostSensitive], allowed: AllowedCouplings)? {
        let sensitive = SensitiveBounds(bounds, at: mass)
        guard !sensitive.competing.isEmpty else { return nil }
        var choices: [MostSensitive] = []
        // Of which nobody has told yet.
        var open = CouplingIntervals(.above(0))
        var allowed: [CouplingInterval] = []
        var edges: [(interval: CouplingInterval, bound: Bound)] = []
        var undecided: [AllowedCouplings.Undecided] = []
        for competing in sensitive.competing where !open.isEmpty {
            let bound = competing.choice.bound
            let excluded = bound.statedBoundary(at: mass)?.exclusions ?? .init()
            // An island that it excludes ends where it is stated to.
            let isIsland = competing.excluded.last?.upper == competing.end
            let range = CouplingIntervals(.below((isIsland ? excluded.last?.upper : nil) ?? competing.end))
            let zones = bound.statedUndecided(at: mass)
            let silent = CouplingIntervals(union: zones.map(\.couplings))
            let told = open.common(with: silent.complement).common(with: range)
            if !told.isEmpty, !choices.contains(where: { $0.bound.card.stem == bound.card.stem }) {
                choices.append(competing.choice)
            }
            allowed += told.common(with: excluded.complement)
            edges += told.common(with: excluded).map { ($0, bound) }
            undecided += zones.flatMap { zone in
                open.common(with: .init(zone.couplings)).common(with: range).map {
                    .init(bound: bound, couplings: $0, reason: zone.reason)
                }
            }
            open = open.common(with: CouplingIntervals(union: Array(silent) + Array(range.complement)))
        }
        undecided = undecided.filter { !open.common(with: .init($0.couplings)).isEmpty }
        let excluded = CouplingIntervals(union: edges.map(\.interval))
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
                undecided: undecided, speaking: choices.count, excluded: excluded, ownBounds: scenario.ownBounds)
        )
    }
}

extension CouplingIntervals {
    /// What lies in both.
    func common(with other: CouplingIntervals) -> CouplingIntervals {
        CouplingIntervals(union: Array(complement) + Array(other.complement)).complement
    }
}
