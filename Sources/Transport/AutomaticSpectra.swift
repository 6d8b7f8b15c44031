import Physics

/// All solvers at one spectral index.
struct AutomaticSpectrum: SpectrumAtIndex {
    let solver: AutomaticSolver
    let narrow: any SpectrumAtIndex
    let grids: [any SpectrumAtIndex]
    var index: Double { narrow.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try choice(mediator).mixed(
            { () throws(TransportError) in try narrow.ratios(mediator, energies: energies) },
            { number throws(TransportError) in try grids[number].ratios(mediator, energies: energies) },
            GridWeight.mean)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try choice(mediator).mixed(
            { () throws(TransportError) in try narrow.integratedFluxes(mediator, bins: bins) },
            { number throws(TransportError) in try grids[number].integratedFluxes(mediator, bins: bins) },
            GridWeight.mean)
    }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        AutomaticFluxes(
            solver: solver, indices: [index], narrow: narrow.projected(bins), grids: grids.map { $0.projected(bins) },
            limit: solver.narrowLimit(indices: [index]), wide: solver.wideTable(indices: [index], bins))
    }

    private func choice(_ mediator: Mediator) -> GridWeight { solver.choice(mediator, indices: [index]) }
}

/// All solvers at several indices.
struct AutomaticSpectra: SpectraAtIndices {
    let solver: AutomaticSolver
    let narrow: any SpectraAtIndices
    let grids: [any SpectraAtIndices]
    var indices: [Double] { narrow.indices }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        try choice(mediator).mixed(
            { () throws(TransportError) in try narrow.ratios(mediator, energies: energies) },
            { number throws(TransportError) in try grids[number].ratios(mediator, energies: energies) },
            GridWeight.means)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]] {
        try choice(mediator).mixed(
            { () throws(TransportError) in try narrow.integratedFluxes(mediator, bins: bins) },
            { number throws(TransportError) in try grids[number].integratedFluxes(mediator, bins: bins) },
            GridWeight.means)
    }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        AutomaticFluxes(
            solver: solver, indices: indices, narrow: narrow.projected(bins), grids: grids.map { $0.projected(bins) },
            limit: solver.narrowLimit(indices: indices), wide: solver.wideTable(indices: indices, bins))
    }

    private func choice(_ mediator: Mediator) -> GridWeight { solver.choice(mediator, indices: indices) }
}

/// All solvers for certain bins.
private struct AutomaticFluxes: ProjectedFluxes {
    let solver: AutomaticSolver
    let indices: [Double]
    let narrow: any ProjectedFluxes
    let grids: [any ProjectedFluxes]
    /// Up to which rate narrow lines answer alone.
    let limit: NarrowLimit?
    /// What is read in the place of the grids; nil where single mediators are asked for.
    let wide: WideTable?
    var count: Int { narrow.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        if let limit, limit.holds(mediator) { return try narrow.fill(fluxes, mediator) }
        if let wide, wide.serves(mediator) {
            let weight = solver.share(mediator, indices: indices)
            guard weight > 0 else { return try narrow.fill(fluxes, mediator) }
            try wide.fill(fluxes, mediator)
            if weight < 1 { try mix(fluxes, mediator, with: narrow, share: 1 - weight) }
            return
        }
        let choice = solver.choice(mediator, indices: indices)
        guard choice.weight > 0 else { return try narrow.fill(fluxes, mediator) }
        try grids[choice.grid].fill(fluxes, mediator)
        if choice.finer > 0 { try mix(fluxes, mediator, with: grids[choice.grid + 1], share: choice.finer) }
        if choice.weight < 1 { try mix(fluxes, mediator, with: narrow, share: 1 - choice.weight) }
    }

    func prepare(
        count: Int, progress: @Sendable (Double) -> Void, shouldStop: @Sendable () -> Bool,
        _ mediator: (Int) -> Mediator?
    ) {
        guard let wide else { return }
        wide.prepare(
            for: (0..<count).lazy.compactMap(mediator).filter { limit?.holds($0) != true && wide.serves($0) },
            progress: progress, shouldStop: shouldStop)
    }

    /// Puts a share of what others say in the place of as much of the fluxes.
    private func mix(
        _ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator, with other: any ProjectedFluxes,
        share: Double
    ) throws(TransportError) {
        let before = Array(fluxes)
        try other.fill(fluxes, mediator)
        for place in before.indices { fluxes[place] = before[place] + (fluxes[place] - before[place]) * share }
    }
}

/// The mediators whose lines are surely narrow at some indices: one number to compare, where the estimate itself takes longer
/// than reading a table of spectra.
struct NarrowLimit: Sendable {
    let wings: WingEstimate
    let rate: Double

    func holds(_ mediator: Mediator) -> Bool { wings.rate(mediator) <= rate }
}

extension AutomaticSolver {
    /// nil where narrow lines may not answer, or are solved: only beside a table is the estimate what takes the time.
    func narrowLimit(indices: [Double]) -> NarrowLimit? {
        guard usesNarrowLines, let table = narrow as? SelfSimilarTable else { return nil }
        let wings = table.solver.wings
        return NarrowLimit(wings: wings, rate: wings.rate(ofChange: tolerance / 2, indices: indices))
    }

    /// nil where no narrow lines are tabulated either, and where a better answer is asked for than a table gives.
    func wideTable(indices: [Double], _ bins: [ProjectedBin]) -> WideTable? {
        guard usesNarrowLines, narrow is SelfSimilarTable, tolerance >= WideTable.error(grids[0].geometry)
        else { return nil }
        return WideTable(grids[0].geometry, indices: indices, bins)
    }
}
