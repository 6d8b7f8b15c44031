import NumericalMethods
import Physics
import RealModule

/// A table at one spectral index for certain bins: four reads for every edge of a bin, no memory taken. A class, so that
/// passing it on counts one reference and not one for each array.
final class TabulatedFluxes: ProjectedFluxes {
    /// A place where an excess is read.
    private struct Edge: Sendable {
        /// ln(E/100 TeV).
        var logarithm: Double
        /// (E/100 TeV)^(1−γ), in the unit of the flux.
        var power: Double
        /// Of its weights, among the table's projections.
        var projection: Int
    }

    /// c and its slopes at both ends of a cell, weighted over the states: left, right, slope left, slope right.
    private let cells: [SIMD4<Double>]
    /// ``SelfSimilarSlice/tails`` at this index, and Σ_k w_k P_k of each projection.
    private let tails: [SIMD4<Double>]
    private let shares: [Double]
    private let edges: [Edge]
    /// The edges of each bin, and its free flux.
    private let bins: [(lower: Int, upper: Int, free: Double)]
    // What is used of the table, each by itself: copying the whole would count the references to all it holds.
    private let index: Double
    private let grid: SpectralGrid
    private let strengths: StrengthGrid
    private let charges: ChargeMatrix
    /// ln(E_1st/100 TeV) of a mediator of 1 MeV.
    private let highestOfUnitMass: Double
    private let fallback: any ProjectedFluxes

    var count: Int { bins.count }

    init(_ spectrum: TabulatedSpectrum, _ wanted: [ProjectedBin], otherwise fallback: any ProjectedFluxes) {
        let table = spectrum.table
        index = spectrum.index
        (grid, strengths, charges) = (table.grid, table.strengths, table.setting.charges)
        let lines = table.solver.geometry.lines
        highestOfUnitMass = Double.log(1e3 / FreeFlux.pivot) - (lines.logarithmsOfTwiceMass.first ?? 0)
        self.fallback = fallback
        var projections: [SIMD3<Double>] = []
        var edges: [Edge] = []
        let growth = 1 - spectrum.index
        func edge(_ energy: Double, _ projection: Int) -> Int {
            let logarithm = Double.log(energy / FreeFlux.pivot)
            if let known = edges.firstIndex(where: { $0.logarithm == logarithm && $0.projection == projection }) {
                return known
            }
            let power = FreeFlux.unit * FreeFlux.pivot * Double.exp(growth * logarithm)
            edges.append(Edge(logarithm: logarithm, power: power, projection: projection))
            return edges.count - 1
        }
        bins = wanted.map { projected in
            let weights = projected.weights
            let projection = projections.firstIndex(of: weights) ?? projections.count
            if projection == projections.count { projections.append(weights) }
            let free = (weights * spectrum.table.solver.geometry.freeStates).sum()
            return (
                edge(projected.bin.lower, projection), edge(projected.bin.upper, projection),
                free * FreeFlux.integrated(index: spectrum.index, bin: projected.bin)
            )
        }
        self.edges = edges
        let weights = projections.map { SIMD4($0, 0) }
        cells = weights.flatMap { spectrum.projectedCells($0) }
        tails = spectrum.tails
        shares = weights.map { ($0 * spectrum.table.solver.geometry.lines.shares).sum() }
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        guard mediator.invisibleFraction(charges: charges) == 1, !grid.cells.isEmpty else {
            return try fallback.fill(fluxes, mediator)
        }
        let (stencil, scale) = strengths.stencil(min(max(mediator.strength, 1e-300), 1e100))
        let highest = highestOfUnitMass + 2 * Double.log(mediator.mass.inMeV)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: edges.count) { excess in
            var panel = 0
            for place in edges.indices {
                let epsilon = highest - edges[place].logarithm
                excess[place] = self.excess(edges[place], epsilon, stencil, near: &panel) * scale
            }
            for place in bins.indices {
                fluxes[place] = bins[place].free + excess[bins[place].lower] - excess[bins[place].upper]
            }
        }
    }

    /// Σ_i w_i ∫_E^∞ (f_i − 1) E'^{−γ} dE'.
    @inline(__always)
    private func excess(
        _ edge: Edge, _ epsilon: Double, _ strength: CubicStencil, near panel: inout Int
    ) -> Double {
        guard epsilon > 0 else { return 0 }
        let end = grid.upper
        let (cell, weights) = grid.position(of: min(epsilon, end), near: &panel)
        let row = grid.cells.count
        let first = (edge.projection * strengths.count + strength.first) * row + cell
        let low = cells[first] * strength.weights.x + cells[first + row] * strength.weights.y
        let high = cells[first + 2 * row] * strength.weights.z + cells[first + 3 * row] * strength.weights.w
        var sum = ((low + high) * weights).sum()
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

extension TabulatedSpectrum {
    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        // Where the Z′ decays to charged leptons too, the spectrum is no longer a function of E/m².
        TabulatedFluxes(self, bins, otherwise: AnySpectrum(spectrum: self).projected(bins))
    }

    /// The slices in one, for a sum over the states.
    func projectedCells(_ states: SIMD4<Double>) -> [SIMD4<Double>] {
        slices[0].cells.indices.map { place in
            var sum = SIMD4<Double>.zero
            for node in slices.indices {
                let cell = slices[node].cells[place]
                let parts = SIMD4(
                    (cell.left * states).sum(), (cell.right * states).sum(), (cell.leftSlope * states).sum(),
                    (cell.rightSlope * states).sum())
                sum += parts * weights[node]
            }
            return sum
        }
    }

    /// The slices' tails in one.
    var tails: [SIMD4<Double>] {
        slices[0].tails.indices.map { place in
            slices.indices.reduce(SIMD4<Double>.zero) { $0 + slices[$1].tails[place] * weights[$1] }
        }
    }
}

/// A spectrum by its general ways alone.
private struct AnySpectrum: SpectrumAtIndex {
    let spectrum: any SpectrumAtIndex
    var index: Double { spectrum.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum.ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum.integratedFluxes(mediator, bins: bins)
    }
}
