import ConstraintKit

extension StandingMap {
    /// The standing of each point where the bound with the best reach at its mass, of those that can tell, decides alone; with
    /// the positions of these bounds, −1 where none speaks.
    package var byMostSensitive: (standings: [Standing], decidingBound: [Int16]) {
        var standings = [Standing](repeating: .unconstrained, count: grid.count)
        var decidingBound = [Int16](repeating: -1, count: grid.count)
        let deciding = bounds.indices.filter { bounds[$0].bound.role == .decides }
        for column in grid.masses.indices {
            let mass = grid.masses[column]
            let speaking = deciding.flatMap { position -> [Speaking] in
                let mapped = bounds[position]
                guard let excluded = mapped.boundaries[column]?.exclusions else { return [] }
                return mapped.bound.reach(at: mass, of: .excludes(excluded)).all.map {
                    Speaking(
                        position: position, excluded: excluded, reach: $0.coupling ?? .infinity, end: $0.end,
                        undecided: mapped.undecided.isEmpty ? .init() : mapped.undecided[column])
                }
            }.sorted { ($0.reach, $0.position) < ($1.reach, $1.position) }
            for row in grid.couplings.indices {
                let coupling = grid.couplings[row].value
                let decides = speaking.first { coupling <= $0.end && !$0.undecided.contains { $0.contains(coupling) } }
                guard let decides else { continue }
                let index = grid.index(column: column, row: row)
                standings[index] = decides.excluded.contains { $0.contains(coupling) } ? .excluded : .allowed
                decidingBound[index] = Int16(decides.position)
            }
        }
        return (standings, decidingBound)
    }

    private struct Speaking {
        let position: Int
        let excluded: CouplingIntervals
        let reach: Double
        let end: Double
        let undecided: CouplingIntervals
    }
}
