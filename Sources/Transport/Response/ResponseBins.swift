import NumericalMethods
import Physics
import RealModule

/// What a mediator makes of each bump of the sources in certain bins: a spectrum is a product of that with the heights of its bumps.
final class ResponseBins: Sendable {
    private let layout: BinEdges
    let basis: SourceBasis
    /// For each projection, strength, cell, and of c left, right, slope left, slope right: a number for each bump.
    private let cells: [Double]
    /// For each strength and power of the tail the same; and Σ_k w_k P_k of each projection.
    private let tails: [Double]
    private let shares: [Double]

    init(_ response: SourceResponse, _ wanted: [ProjectedBin]) {
        let geometry = response.solver.geometry
        let layout = BinEdges(wanted, index: SourceResponse.index, geometry, response.grid, response.strengths)
        (self.layout, basis) = (layout, response.basis)
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

    /// Whether the mediator's spectra are functions of E/m² and κ.
    func isTabulated(_ mediator: Mediator) -> Bool { layout.isTabulated(mediator) }

    /// ln E_1st [GeV].
    func highest(_ mediator: Mediator) -> Double { layout.highest(mediator) + Double.log(FreeFlux.pivot) }

    /// Writes what is changed in each bin of each bump, bin after bin [cm⁻² s⁻¹ sr⁻¹].
    func read(_ changes: UnsafeMutablePointer<Double>, _ mediator: Mediator) {
        let (bumps, edges) = (basis.count, layout.edges.count)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: edges * bumps) { memory in
            guard let excess = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            layout.withPlaces(mediator) { places in
                for edge in 0..<edges {
                    readExcess(excess + edge * bumps, layout.edges[edge], places.edges[edge], places)
                }
            }
            for bin in layout.bins.indices {
                let (lower, upper) = (layout.bins[bin].lower * bumps, layout.bins[bin].upper * bumps)
                for bump in 0..<bumps { changes[bin * bumps + bump] = excess[lower + bump] - excess[upper + bump] }
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
                let start = (first + neighbour * row) * 4 * bumps
                Self.addFour(
                    cells, at: start, scale * places.strength.weights[neighbour] * place.weights, to: excess,
                    count: bumps)
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

    /// Adds four rows that follow one another.
    @inline(__always)
    private static func addFour(
        _ values: UnsafeBufferPointer<Double>, at start: Int, _ weights: SIMD4<Double>,
        to sums: UnsafeMutablePointer<Double>, count: Int
    ) {
        let (second, third, fourth) = (start + count, start + 2 * count, start + 3 * count)
        for place in 0..<count {
            let low = weights.x * values[start + place] + weights.y * values[second + place]
            let high = weights.z * values[third + place] + weights.w * values[fourth + place]
            sums[place] += low + high
        }
    }

    @inline(__always)
    private static func add(
        _ values: UnsafeBufferPointer<Double>, at start: Int, _ weight: Double,
        to sums: UnsafeMutablePointer<Double>, count: Int
    ) {
        for place in 0..<count { sums[place] += weight * values[start + place] }
    }
}

extension SourceBasis {
    /// Σ changes · heights over the bumps, four at a time: they are a multiple of four.
    @inline(__always)
    func product(_ changes: UnsafePointer<Double>, _ heights: UnsafePointer<Double>) -> Double {
        var sum = SIMD4<Double>.zero
        for first in stride(from: 0, to: count, by: 4) {
            var (change, height) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
            for lane in 0..<4 { (change[lane], height[lane]) = (changes[first + lane], heights[first + lane]) }
            sum += change * height
        }
        return sum.sum()
    }
}
