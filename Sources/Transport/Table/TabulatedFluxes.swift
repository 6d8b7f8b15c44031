import NumericalMethods
import Physics
import RealModule

/// A table at one spectral index for certain bins: four reads for every edge of a bin, no memory taken. A class, so that
/// passing it on counts one reference and not one for each array.
final class TabulatedFluxes: ProjectedFluxes {
    /// c and its slopes at both ends of a cell, weighted over the states: left, right, slope left, slope right.
    private let cells: [SIMD4<Double>]
    /// ``SelfSimilarSlice/tails`` at this index, and Σ_k w_k P_k of each projection.
    private let tails: [SIMD4<Double>]
    private let shares: [Double]
    private let layout: BinEdges
    /// The free flux of each bin.
    private let free: [Double]
    private let index: Double
    private let fallback: any ProjectedFluxes

    var count: Int { free.count }

    init(_ spectrum: TabulatedSpectrum, _ wanted: [ProjectedBin], otherwise fallback: any ProjectedFluxes) {
        let (table, geometry) = (spectrum.table, spectrum.table.solver.geometry)
        index = spectrum.index
        self.fallback = fallback
        layout = BinEdges(wanted, index: spectrum.index, geometry, table.grid, table.strengths)
        free = wanted.map { projected in
            (projected.weights * geometry.freeStates).sum()
                * FreeFlux.integrated(index: spectrum.index, bin: projected.bin)
        }
        let weights = layout.projections.map { SIMD4($0, 0) }
        cells = weights.flatMap { spectrum.projectedCells($0) }
        tails = spectrum.tails
        shares = weights.map { ($0 * geometry.lines.shares).sum() }
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        guard isTabulated(mediator) else { return try fallback.fill(fluxes, mediator) }
        withPlaces(mediator) { read(fluxes, $0) }
    }

    /// See ``BinEdges/isTabulated(_:)``.
    func isTabulated(_ mediator: Mediator) -> Bool { layout.isTabulated(mediator) }

    /// See ``BinEdges/withPlaces(_:_:)``.
    func withPlaces(_ mediator: Mediator, _ body: (BinEdges.Places) -> Void) { layout.withPlaces(mediator, body) }

    /// Writes the flux of each bin.
    func read(_ fluxes: UnsafeMutableBufferPointer<Double>, _ places: BinEdges.Places) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: layout.edges.count) { excess in
            for number in layout.edges.indices {
                excess[number] = self.excess(layout.edges[number], places.edges[number], places.strength) * places.scale
            }
            for number in free.indices {
                fluxes[number] = free[number] + excess[layout.bins[number].lower] - excess[layout.bins[number].upper]
            }
        }
    }

    /// Σ_i w_i ∫_E^∞ (f_i − 1) E'^{−γ} dE'.
    @inline(__always)
    private func excess(_ edge: BinEdges.Edge, _ place: BinEdges.Place, _ strength: CubicStencil) -> Double {
        let (epsilon, end) = (place.epsilon, layout.grid.upper)
        guard epsilon > 0 else { return 0 }
        let row = layout.grid.cells.count
        let first = (edge.projection * layout.strengths.count + strength.first) * row + place.cell
        let low = cells[first] * strength.weights.x + cells[first + row] * strength.weights.y
        let high = cells[first + 2 * row] * strength.weights.z + cells[first + 3 * row] * strength.weights.w
        var sum = ((low + high) * place.weights).sum()
        if epsilon > end {
            let distance = epsilon - end
            var tail = SIMD4<Double>.zero
            for neighbour in 0..<4 { tail += tails[strength.first + neighbour] * strength.weights[neighbour] }
            // Daughters add three powers.
            let decay = Double.exp(-distance)
            let (square, cube) = (decay * decay, decay * decay * decay)
            let added = tail.x * (1 - decay) + tail.y * (1 - square) / 2 + tail.z * (1 - cube) / 3
            sum = (sum + shares[edge.projection] * added) * Double.exp((1 - index) * distance)
        }
        return sum * edge.power
    }
}
