import Physics
import RealModule

/// The grid solver at several spectral indices, which share most of the work.
public struct GridSpectra: SpectraAtIndices {
    public var indices: [Double] { lanes.indices }
    let geometry: LineGeometry
    let layout: GridLayout
    let lanes: GridIndices

    public func integratedFluxes(
        _ mediator: Mediator, bins: [EnergyBin]
    ) throws(TransportError) -> [[SIMD3<Double>]] {
        guard geometry.lines.count > 0, let lowest = bins.map(\.lower).min(), let highest = bins.map(\.upper).max()
        else {
            return indices.map { gamma in
                bins.map { geometry.freeStates * FreeFlux.integrated(index: gamma, bin: $0) }
            }
        }
        let resonance = Resonance(mediator, geometry)
        let places = bins.map { bin in
            let lower = Double.log(bin.lower) - resonance.logarithmOfHighest
            return lower...max(lower, Double.log(bin.upper) - resonance.logarithmOfHighest)
        }
        let wanted = Double.log(lowest) - resonance.logarithmOfHighest
        let energies = wanted...max(wanted, Double.log(highest) - resonance.logarithmOfHighest)
        return swept(resonance, energies: energies) { cells in
            indices.indices.map { lane in
                zip(bins, places).map { bin, place in
                    let ratio = cells.meanRatio(lane: lane, index: indices[lane], over: place)
                    return ratio * FreeFlux.integrated(index: indices[lane], bin: bin)
                }
            }
        }
    }

    public func ratios(
        _ mediator: Mediator, energies: [Double]
    ) throws(TransportError) -> [[SIMD3<Double>]] {
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        guard geometry.lines.count > 0, let lowest = energies.min(), let highest = energies.max() else {
            return indices.map { _ in energies.map { _ in geometry.freeStates } }
        }
        let resonance = Resonance(mediator, geometry)
        let lower = Double.log(lowest) - resonance.logarithmOfHighest
        let range = lower...max(lower, Double.log(highest) - resonance.logarithmOfHighest)
        let places = energies.map { Double.log($0) - resonance.logarithmOfHighest }
        return swept(resonance, energies: range) { cells in
            indices.indices.map { lane in places.map { cells.ratio(lane: lane, at: $0) } }
        }
    }

    /// Lends the cells at Earth.
    /// - Parameter shape: what sources emit at x = ln(E/E_1st), relative to the power law.
    func swept<Result>(
        _ resonance: Resonance, energies: ClosedRange<Double>, shape: ((Double) -> Double)? = nil,
        _ body: (GridCells) -> Result
    ) -> Result {
        let range = GridRange(
            layout, geometry, resonance: resonance, energies: energies, leastIndex: indices.min() ?? 1)
        let depths = StepDepths(layout, range, geometry.lines, resonance)
        let emission = shape.map { GridEmission(layout, range, shape: $0) }
        return GridSweep.run(
            layout, lanes, depths, emission, shares: geometry.lines.shares * resonance.invisibleFraction,
            free: geometry.free,
            cells: range.cells
        ) { body(GridCells(sweep: $0, range: range, lines: geometry.lines, free: geometry.freeStates)) }
    }
}
