import NumericalMethods
import Physics
import RealModule

/// Certain bins for a spectrum at several γ: for each mediator what each bump of the sources makes of each bin is read once, and
/// each γ is a product with the heights of its bumps.
final class ResponseFluxes: ProjectedFluxes {
    private let layout: BinEdges
    private let basis: SourceBasis
    /// For each projection, strength, cell, and of c left, right, slope left, slope right: a number for each bump.
    private let cells: [Double]
    /// For each strength and power of the tail the same; and Σ_k w_k P_k of each projection.
    private let tails: [Double]
    private let shares: [Double]
    private let sources: [ShapedSources]
    /// Of each bin, γ after γ.
    private let free: [Double]
    private let fallback: any ProjectedFluxes
    private let isNarrow: @Sendable (Mediator) -> Bool

    let count: Int

    /// - Parameters:
    ///   - sources: the spectrum at each γ, counted by ``SourceResponse/index``.
    ///   - free: ∫Φ dE of each bin without interaction, for each γ [cm⁻² s⁻¹ sr⁻¹].
    ///   - fallback: for what is no function of E/m² and κ.
    ///   - isNarrow: whether the lines of a mediator are.
    init(
        _ response: SourceResponse, _ wanted: [ProjectedBin], _ sources: [ShapedSources], free: [[Double]],
        otherwise fallback: any ProjectedFluxes, _ isNarrow: @escaping @Sendable (Mediator) -> Bool
    ) {
        let geometry = response.solver.geometry
        let layout = BinEdges(wanted, index: SourceResponse.index, geometry, response.grid, response.strengths)
        (self.layout, basis, self.sources) = (layout, response.basis, sources)
        (self.fallback, self.isNarrow) = (fallback, isNarrow)
        self.free = free.flatMap { integrals in
            zip(wanted, integrals).map { ($0.weights * geometry.freeStates).sum() * $1 }
        }
        count = self.free.count
        let weights = layout.projections.map { SIMD4($0, 0) }
        shares = weights.map { ($0 * geometry.lines.shares).sum() }
        let places = response.strengths.count * response.grid.cells.count
        let bumps = response.slices
        cells = weights.flatMap { states in
            (0..<places).flatMap { place in
                let parts: [KeyPath<SelfSimilarSlice.Cell, SIMD4<Double>>] = [
                    \.left, \.right, \.leftSlope, \.rightSlope,
                ]
                return parts.flatMap { part in bumps.map { ($0.cells[place][keyPath: part] * states).sum() } }
            }
        }
        tails = (0..<response.strengths.count).flatMap { node in
            (0..<3).flatMap { order in bumps.map { $0.tails[node][order] } }
        }
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        guard layout.isTabulated(mediator), isNarrow(mediator) else { return try fallback.fill(fluxes, mediator) }
        let (bumps, edges, bins) = (basis.count, layout.edges.count, layout.bins.count)
        let highest = layout.highest(mediator) + Double.log(FreeFlux.pivot)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: (edges + 1) * bumps) { memory in
            guard let read = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            let heights = read + edges * bumps
            layout.withPlaces(mediator) { places in
                for edge in 0..<edges {
                    readExcess(read + edge * bumps, layout.edges[edge], places.edges[edge], places)
                }
            }
            for number in sources.indices {
                for bump in 0..<bumps { heights[bump] = sources[number].relative(logarithm: highest + basis[bump]) }
                for bin in 0..<bins {
                    let (lower, upper) = layout.bins[bin]
                    let change = Self.product(read + lower * bumps, read + upper * bumps, heights, count: bumps)
                    let place = number * bins + bin
                    // A spectrum between its bumps may take away a little more than there is.
                    fluxes[place] = max(free[place] + change, 0)
                }
            }
        }
    }

    /// Writes Σ_i w_i ∫_E^∞ of what is changed, for each bump.
    private func readExcess(
        _ excess: UnsafeMutablePointer<Double>, _ edge: BinEdges.Edge, _ place: BinEdges.Place,
        _ places: BinEdges.Places
    ) {
        guard place.epsilon > 0 else { return }
        let (bumps, row) = (basis.count, layout.grid.cells.count)
        let first = (edge.projection * layout.strengths.count + places.strength.first) * row + place.cell
        let distance = max(place.epsilon - layout.grid.upper, 0)
        let scale = places.scale * edge.power * Double.exp((1 - SourceResponse.index) * distance)
        cells.withUnsafeBufferPointer { cells in
            for neighbour in 0..<4 {
                for part in 0..<4 {
                    let weight = scale * places.strength.weights[neighbour] * place.weights[part]
                    Self.add(
                        cells, at: ((first + neighbour * row) * 4 + part) * bumps, weight, to: excess, count: bumps)
                }
            }
        }
        guard distance > 0 else { return }
        tails.withUnsafeBufferPointer { tails in
            for neighbour in 0..<4 {
                for order in 0..<3 {
                    // Daughters add three powers.
                    let power = Double(order + 1)
                    let added = -Double.expMinusOne(-power * distance) / power
                    let weight = scale * places.strength.weights[neighbour] * shares[edge.projection] * added
                    let start = ((places.strength.first + neighbour) * 3 + order) * bumps
                    Self.add(tails, at: start, weight, to: excess, count: bumps)
                }
            }
        }
    }

    @inline(__always)
    private static func add(
        _ values: UnsafeBufferPointer<Double>, at start: Int, _ weight: Double,
        to sums: UnsafeMutablePointer<Double>, count: Int
    ) {
        for place in 0..<count { sums[place] += weight * values[start + place] }
    }

    /// Σ (left − right) · heights, four at a time: the bumps are a multiple of four.
    @inline(__always)
    private static func product(
        _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ heights: UnsafePointer<Double>, count: Int
    ) -> Double {
        var sum = SIMD4<Double>.zero
        for first in stride(from: 0, to: count, by: 4) {
            var (one, other, height) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
            for lane in 0..<4 {
                (one[lane], other[lane], height[lane]) = (
                    left[first + lane], right[first + lane], heights[first + lane]
                )
            }
            sum += (one - other) * height
        }
        return sum.sum()
    }
}
