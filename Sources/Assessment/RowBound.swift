import ConstraintKit
import PluginLoading

/// A bound that is better asked for many masses at once: what it says of them it remembers, for when each is asked for alone.
public protocol RowBound: CouplingBound {
    func remember(along row: MassRow)
}

extension PluginBound: RowBound {}

extension BoundSet {
    /// Asks the bounds that want rows for all of some masses, each of which will be wanted alone.
    package func remember(_ masses: some Sequence<Mass>) {
        let asked = bounds.filter { $0.constraint is any RowBound }
        guard !asked.isEmpty else { return }
        let row = MassRow(sorting: masses)
        for bound in asked { bound.remember(along: row) }
    }

    /// What one of the bounds says at each mass, with the digits that its edges have; nil where it fails. Nil: there is no such
    /// bound.
    package func boundaries(of stem: String, at masses: [Mass]) -> [Boundary?]? {
        guard let bound = bounds.first(where: { $0.card.stem == stem }) else { return nil }
        bound.remember(along: MassRow(sorting: masses))
        return masses.map { bound.statedBoundary(at: $0) }
    }
}
