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
        return swept(resonance, energies: energies) { arrival in
            let means = (0..<lanes.groups).map { group in places.map { arrival.meanChange(group, over: $0) } }
            return indices.indices.map { number in
                zip(bins, means[number / 4]).map { bin, mean in
                    let ratio = geometry.freeStates + mean.lane(number % 4)
                    return ratio.orNothing * FreeFlux.integrated(index: indices[number], bin: bin)
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
        return swept(resonance, energies: range) { arrival in
            indices.indices.map { lane in places.map { arrival.ratio(lane: lane, at: $0) } }
        }
    }

    /// Lends what arrives at Earth.
    /// - Parameters:
    ///   - shape: what sources emit at ξ = ln(E/E_1st), relative to the power law.
    ///   - observer: told x = ξ − u, and what the first index had absorbed around it, ∫a dx du.
    func swept<Result>(
        _ resonance: Resonance, energies: ClosedRange<Double>, shape: ((Double) -> Double)? = nil,
        observer: ((Double, Double) -> Void)? = nil, _ body: (GridArrival) -> Result
    ) -> Result {
        let levels = GridLevels(
            layout, geometry, resonance, energies: energies, leastIndex: indices.min() ?? 1)
        let shares = geometry.lines.shares * resonance.invisibleFraction
        func lend(_ changes: UnsafeMutableBufferPointer<GridIndices.Lanes>) -> Result {
            body(GridArrival(levels: levels.places, indices: lanes, changes: changes, free: geometry.freeStates))
        }
        guard geometry.shell == nil else {
            return ShellSweep(
                layout: layout, indices: lanes, lines: geometry.lines, resonance: resonance,
                columns: ShellColumns(places: levels.places, sharp: levels.sharp), shares: shares, free: geometry.free,
                shape: shape, observer: observer
            ).run(lend)
        }
        return GridSweep(
            layout: layout, indices: lanes, lines: geometry.lines, resonance: resonance, levels: levels.places,
            shares: shares, free: geometry.free, shape: shape, observer: observer
        ).run(lend)
    }
}
