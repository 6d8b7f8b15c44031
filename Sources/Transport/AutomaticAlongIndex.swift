import Physics

/// Narrow lines from a table, and lines with width from one of theirs, at any spectral index.
final class AutomaticAlongIndex: FluxesAlongIndex {
    private let solver: AutomaticSolver
    private let narrow: any FluxesAlongIndex
    /// Up to which rate narrow lines answer alone.
    private let limit: NarrowLimit
    private let table: WideTable
    private let wide: InterpolatedAlongIndex
    /// What serves where neither does, by grids.
    private let others: InterpolatedAlongIndex

    init(
        solver: AutomaticSolver, narrow: any FluxesAlongIndex, limit: NarrowLimit, table: WideTable,
        wide: InterpolatedAlongIndex, others: InterpolatedAlongIndex
    ) {
        (self.solver, self.narrow, self.limit, self.table) = (solver, narrow, limit, table)
        (self.wide, self.others) = (wide, others)
    }

    var count: Int { narrow.count }
    var indices: ClosedRange<Double> { narrow.indices }

    func fillFree(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double) {
        narrow.fillFree(fluxes, index: gamma)
    }

    func fill(
        _ fluxes: UnsafeMutablePointer<Double>, _ mediator: Mediator, free: UnsafeMutablePointer<Double>,
        index gamma: Double
    ) throws(TransportError) {
        if limit.holds(mediator) { return try narrow.fill(fluxes, mediator, free: free, index: gamma) }
        guard table.serves(mediator) else { return try others.fill(fluxes, mediator, free: free, index: gamma) }
        // As a single point at this γ has it.
        let share = solver.share(mediator, indices: [gamma])
        guard share > 0 else { return try narrow.fill(fluxes, mediator, free: free, index: gamma) }
        try wide.fill(fluxes, mediator, free: free, index: gamma)
        guard share < 1 else { return }
        let before = (0..<count).map { fluxes[$0] }
        try narrow.fill(fluxes, mediator, free: free, index: gamma)
        for place in before.indices { fluxes[place] += (before[place] - fluxes[place]) * share }
    }

    func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?) {
        table.prepare(
            for: (0..<count).lazy.compactMap(mediator).filter { !limit.holds($0) && table.serves($0) },
            shouldStop: shouldStop)
    }
}

extension AutomaticSolver {
    public func projected(
        _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) throws(TransportError) -> any FluxesAlongIndex {
        let others = try InterpolatedAlongIndex(self, bins, indices) { $0.projected(bins) }
        let nodes = InterpolatedAlongIndex.nodes(indices)
        guard let limit = narrowLimit(indices: nodes), let table = wideTable(indices: nodes, bins) else {
            return others
        }
        return AutomaticAlongIndex(
            solver: self, narrow: try narrow.projected(bins, along: indices), limit: limit, table: table,
            wide: InterpolatedAlongIndex(self, bins, indices, fluxes: table), others: others)
    }
}
