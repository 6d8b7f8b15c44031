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
        guard isTabulated(mediator) else { return try fallback.fill(fluxes, mediator) }
        withPlaces(mediator) { read(fluxes, $0) }
    }

    /// Where the Z′ decays to charged leptons too, the spectrum is no longer a function of E/m².
    func isTabulated(_ mediator: Mediator) -> Bool {
        mediator.invisibleFraction(charges: charges) == 1 && !grid.cells.isEmpty
    }

    /// Where a mediator's excesses are read: the same at every spectral index.
    struct Places {
        let strength: CubicStencil
        let scale: Double
        /// Of each edge.
        let edges: UnsafeMutableBufferPointer<Place>
    }

    struct Place {
        /// ε; where it is not above zero there is no excess.
        var epsilon: Double
        var cell: Int
        var weights: SIMD4<Double>
    }

    /// Lends where the excesses of a mediator are read.
    func withPlaces(_ mediator: Mediator, _ body: (Places) -> Void) {
        let (stencil, scale) = strengths.stencil(min(max(mediator.strength, 1e-300), 1e100))
        let highest = highestOfUnitMass + 2 * Double.log(mediator.mass.inMeV)
        withUnsafeTemporaryAllocation(of: Place.self, capacity: edges.count) { places in
            var panel = 0
            for number in edges.indices {
                let epsilon = highest - edges[number].logarithm
                var place = Place(epsilon: epsilon, cell: 0, weights: .zero)
                if epsilon > 0 {
                    (place.cell, place.weights) = grid.position(of: min(epsilon, grid.upper), near: &panel)
                }
                places.initializeElement(at: number, to: place)
            }
            body(Places(strength: stencil, scale: scale, edges: places))
        }
    }

    /// Writes the flux of each bin.
    func read(_ fluxes: UnsafeMutableBufferPointer<Double>, _ places: Places) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: edges.count) { excess in
            for number in edges.indices {
                excess[number] = self.excess(edges[number], places.edges[number], places.strength) * places.scale
            }
            for number in bins.indices {
                fluxes[number] = bins[number].free + excess[bins[number].lower] - excess[bins[number].upper]
            }
        }
    }

    /// Σ_i w_i ∫_E^∞ (f_i − 1) E'^{−γ} dE'.
    @inline(__always)
    private func excess(_ edge: Edge, _ place: Place, _ strength: CubicStencil) -> Double {
        let (epsilon, end) = (place.epsilon, grid.upper)
        guard epsilon > 0 else { return 0 }
        let row = grid.cells.count
        let first = (edge.projection * strengths.count + strength.first) * row + place.cell
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
