import ConstraintKit

/// The points of a grid whose standing differs between two maps because of one bound.
public struct StandingFlip: Sendable, Hashable {
    public var from, to: Standing
    /// The stem of the bound: the one that excludes now, or did before; else the one that speaks now, or did before.
    public var stem: String
    public var count: Int
    /// [MeV]
    public var massRange: ClosedRange<Double>
    public var couplingRange: ClosedRange<Double>

    private struct Group: Hashable { var from, to: Standing, stem: String }

    /// Every flip between two maps of the same grid, the one with the most points first.
    public static func all(from before: StandingMap, to after: StandingMap) -> [StandingFlip] {
        let grid = after.grid
        var flips: [Group: StandingFlip] = [:]
        for column in grid.masses.indices {
            for row in grid.couplings.indices {
                let index = grid.index(column: column, row: row)
                let (from, to) = (before.standings[index], after.standings[index])
                guard from != to else { continue }
                let newcomer = to == .excluded || from == .unconstrained
                guard let stem = (newcomer ? after : before).decidingStem(at: index) else { continue }
                let (mass, coupling) = (grid.masses[column].inMeV, grid.couplings[row].value)
                let group = Group(from: from, to: to, stem: stem)
                if flips[group]?.take(mass, coupling) == nil {
                    flips[group] = StandingFlip(
                        from: from, to: to, stem: stem, count: 1, massRange: mass...mass,
                        couplingRange: coupling...coupling)
                }
            }
        }
        return flips.values.sorted { ($1.count, $0.stem) < ($0.count, $1.stem) }
    }

    private mutating func take(_ mass: Double, _ coupling: Double) {
        count += 1
        massRange = min(massRange.lowerBound, mass)...max(massRange.upperBound, mass)
        couplingRange = min(couplingRange.lowerBound, coupling)...max(couplingRange.upperBound, coupling)
    }
}
