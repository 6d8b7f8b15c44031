import AllowedRegion
import Assessment
import ConstraintKit

/// How much of the region in which the Z′ helps IceCube (R < 1) is left by whom, in the paper's Fig. 2.
public struct RegionShares: Sendable {
    /// Areas in log₁₀ m × log₁₀ g′ [dex²].
    public let helps: Double
    /// Left by NA64μ 2024, kaon and Z decays.
    public let allowed: Double
    /// Of that, what the lattice prediction of g−2 leaves too.
    public let allowedWithLattice: Double
    /// Of what is allowed, what the projections for 1e11 and 1e12 muons would not reach.
    public let beyond11: Double
    public let beyond12: Double
    /// The least R of what 1e11 muons would not reach, and where; nil where they reach all.
    public let bestBeyond11: (ratio: Double, mass: Double, coupling: Double)?
    /// The least R on the whole map, and where.
    public let best: (ratio: Double, mass: Double, coupling: Double)?

    init(_ map: RegionMap, _ published: PublishedBounds) {
        let cell = map.cellArea
        func reach(_ stem: String) -> [CouplingIntervals] {
            let bound = map.bounds.first { $0.bound.card.stem == stem }
            return map.grid.masses.indices.map { column in
                guard case .excludes(let intervals)? = bound?.boundaries[column] else { return .init() }
                return intervals
            }
        }
        let (lattice, far, farther) = (
            reach(published.lattice), reach(published.projection11), reach(published.projection12)
        )
        var areas = (helps: 0.0, allowed: 0.0, lattice: 0.0, far: 0.0, farther: 0.0)
        var best: (ratio: Double, mass: Double, coupling: Double)?
        var bestBeyond: (ratio: Double, mass: Double, coupling: Double)?
        for (column, mass) in map.grid.masses.enumerated() {
            for (row, coupling) in map.grid.couplings.enumerated() {
                let index = map.grid.index(column: column, row: row)
                let ratio = map.ratio[index]
                if ratio < best?.ratio ?? .infinity { best = (ratio, mass.inMeV, coupling.value) }
                guard ratio < 1 else { continue }
                areas.helps += cell
                guard map.standings[index] != .excluded else { continue }
                areas.allowed += cell
                if !lattice[column].contains(where: { $0.contains(coupling.value) }) { areas.lattice += cell }
                if !farther[column].contains(where: { $0.contains(coupling.value) }) { areas.farther += cell }
                guard !far[column].contains(where: { $0.contains(coupling.value) }) else { continue }
                areas.far += cell
                if ratio < bestBeyond?.ratio ?? .infinity { bestBeyond = (ratio, mass.inMeV, coupling.value) }
            }
        }
        helps = areas.helps
        allowed = areas.allowed
        allowedWithLattice = areas.lattice
        beyond11 = areas.far
        beyond12 = areas.farther
        self.best = best
        bestBeyond11 = bestBeyond
    }
}

extension RegionMap {
    /// The area that one point of the grid stands for [dex²].
    fileprivate var cellArea: Double {
        let (masses, couplings) = (grid.masses, grid.couplings)
        return dex(from: masses[0].inMeV, to: masses[1].inMeV) * dex(from: couplings[0].value, to: couplings[1].value)
    }
}
