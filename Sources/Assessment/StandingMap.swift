import ConstraintKit
import Scenarios

/// The standing of each point of a grid under the bounds of a scenario.
public struct StandingMap: Sendable {
    public let grid: MapGrid
    public let bounds: [MappedBound]
    /// One a grid point, in the order of ``MapGrid/index(column:row:)``.
    public let standings: [Standing]
    /// The position in ``bounds`` of the deciding bound with the smallest margin; −1 where none speaks.
    public let decidingBound: [Int16]

    public init(_ boundSet: BoundSet, grid: MapGrid) {
        self.grid = grid
        bounds = boundSet.mapped(along: grid.masses)
        (standings, decidingBound) = Self.standings(on: grid, bounds)
    }

    /// The stem of the bound that decides a point; nil where none speaks.
    func decidingStem(at index: Int) -> String? {
        decidingBound[index] < 0 ? nil : bounds[Int(decidingBound[index])].bound.card.stem
    }

    /// The standing of each point, and which deciding bound comes nearest to excluding it or excludes it most.
    private static func standings(
        on grid: MapGrid, _ mapped: [MappedBound]
    ) -> (standings: [Standing], decidingBound: [Int16]) {
        var standings = [Standing](repeating: .unconstrained, count: grid.count)
        var decidingBound = [Int16](repeating: -1, count: grid.count)
        let deciding = mapped.indices.filter { mapped[$0].bound.role == .decides }
        for column in grid.masses.indices {
            // Bounds are not touched at each point: that would count references to all they hold.
            let speaking = deciding.compactMap { position in
                mapped[position].boundaries[column]?.exclusions.map {
                    let open = mapped[position].undecided
                    return (
                        position: position, excluded: $0, massEdge: mapped[position].bound.massEdge,
                        undecided: open.isEmpty ? .init() : open[column]
                    )
                }
            }
            for row in grid.couplings.indices {
                let index = grid.index(column: column, row: row)
                var smallest = Double.infinity
                for bound in speaking {
                    guard !bound.undecided.contains(where: { $0.contains(grid.couplings[row].value) }) else { continue }
                    if standings[index] == .unconstrained { standings[index] = .allowed }
                    let exclusion = Exclusion(
                        by: bound.excluded, massEdge: bound.massEdge, at: grid.masses[column],
                        coupling: grid.couplings[row])
                    if exclusion.isExcluded { standings[index] = .excluded }
                    let margin = exclusion.marginInDex ?? (exclusion.isExcluded ? -.infinity : .infinity)
                    if decidingBound[index] < 0 || margin < smallest {
                        smallest = margin
                        decidingBound[index] = Int16(bound.position)
                    }
                }
            }
        }
        return (standings, decidingBound)
    }
}

extension Boundary {
    /// What it excludes; nil where it does not say.
    package var exclusions: CouplingIntervals? {
        if case .excludes(let excluded) = self { excluded } else { nil }
    }
}
