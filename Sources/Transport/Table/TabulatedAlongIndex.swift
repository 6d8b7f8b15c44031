import NumericalMethods
import Physics
import RealModule

/// A table of narrow lines for certain bins, read at any spectral index, no memory taken.
final class TabulatedAlongIndex: FluxesAlongIndex {
    let indices: ClosedRange<Double>
    private let layout: BinEdges
    private let cells: CellsAlongIndex
    /// ln(E/100 TeV) of the edges, four to a vector.
    private let logarithms: [SIMD4<Double>]
    /// Those of the edges [100 TeV].
    private let energies: [Double]
    /// ε of the last line.
    private let end: Double
    /// The edges of each bin, and what it sees of the flux without interaction.
    private let bins: [(lower: Int, upper: Int, share: Double)]
    /// In ln E.
    private let narrowest: Double
    private let free: FreeAlongIndex
    private let fallback: any FluxesAlongIndex

    var count: Int { bins.count }

    init(
        _ table: SelfSimilarTable, _ slices: [SelfSimilarSlice], firstIndex: Double, _ wanted: [ProjectedBin],
        _ indices: ClosedRange<Double>, otherwise fallback: any FluxesAlongIndex
    ) {
        let geometry = table.solver.geometry
        (self.indices, self.fallback) = (indices, fallback)
        // Powers are found for each γ.
        let layout = BinEdges(wanted, index: indices.lowerBound, geometry, table.grid, table.strengths)
        self.layout = layout
        cells = CellsAlongIndex(table, slices, firstIndex: firstIndex, projections: layout.projections)
        let places = layout.edges.map(\.logarithm)
        logarithms = stride(from: 0, to: places.count, by: 4).map { first in
            SIMD4((first..<first + 4).map { places[min($0, places.count - 1)] })
        }
        energies = places.map { Double.exp($0) }
        end = table.grid.upper
        bins = zip(layout.bins, wanted).map { edges, bin in
            (edges.lower, edges.upper, (bin.weights * geometry.freeStates).sum())
        }
        narrowest = wanted.map { Double.log($0.bin.upper / $0.bin.lower) }.min() ?? 0
        free = FreeAlongIndex(table, wanted, indices)
    }

    func fillFree(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double) { free.fill(fluxes, index: gamma) }

    func fill(
        _ fluxes: UnsafeMutablePointer<Double>, _ mediator: Mediator, free: UnsafeMutablePointer<Double>,
        index gamma: Double
    ) throws(TransportError) {
        guard layout.isTabulated(mediator) else {
            return try fallback.fill(fluxes, mediator, free: free, index: gamma)
        }
        // Not by a function that lends them: what is lent to by it would count a reference to this at each mediator.
        withUnsafeTemporaryAllocation(of: BinEdges.Place.self, capacity: layout.edges.count) {
            read(fluxes, layout.places(mediator, in: $0), free, gamma)
        }
    }

    private func read(
        _ fluxes: UnsafeMutablePointer<Double>, _ places: BinEdges.Places, _ free: UnsafeMutablePointer<Double>,
        _ gamma: Double
    ) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * logarithms.count) { powers in
            guard let powers = powers.baseAddress else { return }
            fillPowers(powers, gamma)
            fillFree(free, powers, gamma)
            takeExcesses(powers, places, gamma)
            bins.withUnsafeBufferPointer { bins in
                for number in bins.indices {
                    let flux = free[number] + (powers[bins[number].lower] - powers[bins[number].upper])
                    // Where nothing is left cubics leave their error, of either sign.
                    fluxes[number] = flux < 0 ? 0 : flux
                }
            }
        }
    }

    /// Puts what arrives above each edge beyond free streaming, Σ_i w_i ∫_E^∞ (f_i − 1) E'^{−γ} dE', in the place of its power.
    @inline(__always)
    private func takeExcesses(_ powers: UnsafeMutablePointer<Double>, _ places: BinEdges.Places, _ gamma: Double) {
        let stencil = cells.stencil(gamma)
        withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: places.edges.count) { sums in
            cells.read(layout.edges, places, stencil, into: sums)
            var continued: BelowLines?
            for number in sums.indices {
                // Not taken out as a whole: to copy it costs as much as its use.
                let (epsilon, weights) = (places.edges[number].epsilon, places.edges[number].weights)
                guard epsilon > 0 else {
                    powers[number] = 0
                    continue
                }
                let sum = (SIMD4<Double>(sums[number]) * weights).sum()
                if epsilon > end {
                    let below = continued ?? continuation(from: number, places, stencil, gamma)
                    continued = below
                    let added = below.added(at: energies[number]) * cells.shares[layout.edges[number].projection]
                    powers[number] = below.power * (sum + added)
                } else {
                    powers[number] *= sum * places.scale
                }
            }
        }
    }

    private func continuation(
        from number: Int, _ places: BinEdges.Places, _ stencil: CubicStencil, _ gamma: Double
    ) -> BelowLines {
        let last = places.edges[number].epsilon - end + layout.edges[number].logarithm
        let powers = exponential(SIMD4((1 - gamma) * last, -last, 0, 0))
        return BelowLines(
            power: powers.x * FreeFlux.unit * FreeFlux.pivot * places.scale, tail: cells.tail(places.strength, stencil),
            inverse: powers.y)
    }

    /// Writes (E/100 TeV)^(1−γ) in the unit of the flux for each edge.
    @inline(__always)
    private func fillPowers(_ powers: UnsafeMutablePointer<Double>, _ gamma: Double) {
        logarithms.withUnsafeBufferPointer { logarithms in
            for group in logarithms.indices {
                let power = exponential(logarithms[group] * (1 - gamma)) * (FreeFlux.unit * FreeFlux.pivot)
                UnsafeMutableRawPointer(powers + 4 * group).storeBytes(of: power, as: SIMD4<Double>.self)
            }
        }
    }

    /// Writes the flux of each bin without interaction.
    @inline(__always)
    private func fillFree(
        _ fluxes: UnsafeMutablePointer<Double>, _ powers: UnsafeMutablePointer<Double>, _ gamma: Double
    ) {
        // The difference of powers loses digits where they are alike.
        guard abs(gamma - 1) * narrowest > 0.1 else { return free.fill(fluxes, index: gamma) }
        let inverse = 1 / (gamma - 1)
        bins.withUnsafeBufferPointer { bins in
            for number in bins.indices {
                fluxes[number] =
                    (powers[bins[number].lower] - powers[bins[number].upper]) * inverse * bins[number].share
            }
        }
    }

    func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?) {}
}
