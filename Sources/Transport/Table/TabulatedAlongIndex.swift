import NumericalMethods
import Physics
import RealModule

/// A table of narrow lines for certain bins, read at any spectral index: sixteen neighbours in κ and γ for every edge of a bin, and no
/// memory taken.
///
/// Of single precision, 1e-6 of a bin: the table is off by more, and half as much memory is read in half the time.
final class TabulatedAlongIndex: FluxesAlongIndex {
    let indices: ClosedRange<Double>
    private let firstIndex: Double
    private let indexStep: Double
    private let sliceCount: Int
    private let layout: BinEdges
    /// c and its slopes at both ends of a cell, weighted over the states, as ``TabulatedFluxes`` has them: of each projection, cell and
    /// strength the indices one after another.
    private let cells: [SIMD4<Float>]
    /// ``SelfSimilarSlice/tails`` of each strength and index, and Σ_k w_k P_k of each projection.
    private let tails: [SIMD4<Double>]
    private let shares: [Double]
    /// ln(E/100 TeV) of the edges, four to a vector.
    private let logarithms: [SIMD4<Double>]
    /// What the bins see of the flux without interaction.
    private let freeShares: [Double]
    private let free: FreeAlongIndex
    private let fallback: any FluxesAlongIndex

    var count: Int { freeShares.count }

    init(
        _ table: SelfSimilarTable, _ slices: [SelfSimilarSlice], firstIndex: Double, _ wanted: [ProjectedBin],
        _ indices: ClosedRange<Double>, otherwise fallback: any FluxesAlongIndex
    ) {
        let geometry = table.solver.geometry
        (self.indices, self.firstIndex, indexStep) = (indices, firstIndex, table.solver.precision.indexStep)
        (sliceCount, self.fallback) = (slices.count, fallback)
        // Powers are found for each γ.
        let layout = BinEdges(wanted, index: indices.lowerBound, geometry, table.grid, table.strengths)
        self.layout = layout
        let weights = layout.projections.map { SIMD4($0, 0) }
        shares = weights.map { ($0 * geometry.lines.shares).sum() }
        let (rows, strengths) = (table.grid.cells.count, table.strengths.count)
        var cells = [SIMD4<Float>](repeating: .zero, count: weights.count * rows * strengths * slices.count)
        for (projection, states) in weights.enumerated() {
            for (number, slice) in slices.enumerated() {
                for strength in 0..<strengths {
                    for row in 0..<rows {
                        let cell = slice.cells[strength * rows + row]
                        let parts = SIMD4(
                            (cell.left * states).sum(), (cell.right * states).sum(), (cell.leftSlope * states).sum(),
                            (cell.rightSlope * states).sum())
                        cells[((projection * rows + row) * strengths + strength) * slices.count + number] = SIMD4(parts)
                    }
                }
            }
        }
        self.cells = cells
        tails = (0..<strengths).flatMap { strength in slices.map { $0.tails[strength] } }
        let places = layout.edges.map(\.logarithm)
        logarithms = stride(from: 0, to: places.count, by: 4).map { first in
            SIMD4((first..<first + 4).map { places[min($0, places.count - 1)] })
        }
        freeShares = wanted.map { ($0.weights * geometry.freeStates).sum() }
        free = FreeAlongIndex(table, wanted, indices)
    }

    func fillFree(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double) { free.fill(fluxes, index: gamma) }

    func fill(
        _ fluxes: UnsafeMutablePointer<Double>, _ mediator: Mediator, free: UnsafePointer<Double>, index gamma: Double
    ) throws(TransportError) {
        guard layout.isTabulated(mediator) else {
            return try fallback.fill(fluxes, mediator, free: free, index: gamma)
        }
        layout.withPlaces(mediator) { read(fluxes, $0, free, gamma) }
    }

    private func read(
        _ fluxes: UnsafeMutablePointer<Double>, _ places: BinEdges.Places, _ free: UnsafePointer<Double>, _ gamma: Double
    ) {
        let stencil = CubicStencil(offset: (gamma - firstIndex) / indexStep, count: sliceCount)
        withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: logarithms.count) { powers in
            withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: 16) { weights in
                let unit = FreeFlux.unit * FreeFlux.pivot * places.scale
                for group in logarithms.indices {
                    powers[group] = exponential(logarithms[group] * (1 - gamma)) * unit
                }
                for place in 0..<16 {
                    let weight = places.strength.weights[place / 4] * stencil.weights[place % 4]
                    weights[place] = SIMD4(repeating: Float(weight))
                }
                // The powers give way to what is beyond free streaming above each edge.
                for number in layout.edges.indices {
                    powers[number / 4][number % 4] *= excess(number, places, stencil, weights, gamma)
                }
                for number in freeShares.indices {
                    let (lower, upper) = layout.bins[number]
                    let flux = free[number] + (powers[lower / 4][lower % 4] - powers[upper / 4][upper % 4])
                    // Where nothing is left cubics leave their error, of either sign.
                    fluxes[number] = flux < 0 ? 0 : flux
                }
            }
        }
    }

    /// Σ_i w_i c_i at an edge.
    @inline(__always)
    private func excess(
        _ number: Int, _ places: BinEdges.Places, _ stencil: CubicStencil,
        _ weights: UnsafeMutableBufferPointer<SIMD4<Float>>, _ gamma: Double
    ) -> Double {
        let (place, end) = (places.edges[number], layout.grid.upper)
        guard place.epsilon > 0 else { return 0 }
        let projection = layout.edges[number].projection
        let row = (projection * layout.grid.cells.count + place.cell) * layout.strengths.count + places.strength.first
        var first = row * sliceCount + stencil.first
        var sums = SIMD4<Float>.zero
        for neighbour in 0..<4 {
            let weights = UnsafeBufferPointer(rebasing: weights[4 * neighbour..<4 * neighbour + 4])
            sums += cells[first] * weights[0] + cells[first + 1] * weights[1]
            sums += cells[first + 2] * weights[2] + cells[first + 3] * weights[3]
            first += sliceCount
        }
        let sum = (SIMD4<Double>(sums) * place.weights).sum()
        guard place.epsilon > end else { return sum }
        return continued(sum, by: place.epsilon - end, projection, places.strength, stencil, gamma)
    }

    /// c beyond the last line: what came before grows less than the free flux, and daughters add three powers.
    private func continued(
        _ sum: Double, by distance: Double, _ projection: Int, _ strength: CubicStencil, _ stencil: CubicStencil,
        _ gamma: Double
    ) -> Double {
        var tail = SIMD4<Double>.zero
        for neighbour in 0..<4 {
            let first = (strength.first + neighbour) * sliceCount + stencil.first
            for index in 0..<4 {
                tail += tails[first + index] * (strength.weights[neighbour] * stencil.weights[index])
            }
        }
        let decay = Double.exp(-distance)
        let (square, cube) = (decay * decay, decay * decay * decay)
        let added = tail.x * (1 - decay) + tail.y * (1 - square) / 2 + tail.z * (1 - cube) / 3
        return (sum + shares[projection] * added) * Double.exp((1 - gamma) * distance)
    }

    func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?) {}
}
