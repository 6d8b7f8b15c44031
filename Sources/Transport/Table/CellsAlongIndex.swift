import NumericalMethods
import Physics
import RealModule

/// Cumulative fluxes of a table in certain sums over the states: sixteen neighbours in κ and γ for every edge of a bin.
///
/// Of single precision, 1e-6 of a bin: the table is off by more, and half as much memory is read in half the time.
struct CellsAlongIndex: Sendable {
    private let firstIndex: Double
    private let indexStep: Double
    private let sliceCount: Int
    private let rows: Int
    private let strengths: Int
    /// c and its slopes at both ends of a cell, weighted over the states, as ``TabulatedFluxes`` has them: of each projection, cell and
    /// strength the indices one after another.
    private let cells: [SIMD4<Float>]
    /// ``SelfSimilarSlice/tails`` of each strength and index, and Σ_k w_k P_k of each projection.
    private let tails: [SIMD4<Double>]
    let shares: [Double]

    /// - Parameters:
    ///   - slices: at even steps in γ from the first.
    ///   - projections: the weights of the states.
    init(
        _ table: SelfSimilarTable, _ slices: [SelfSimilarSlice], firstIndex: Double, projections: [SIMD3<Double>]
    ) {
        (self.firstIndex, indexStep) = (firstIndex, table.solver.precision.indexStep)
        (rows, strengths, sliceCount) = (table.grid.cells.count, table.strengths.count, slices.count)
        let weights = projections.map { SIMD4($0, 0) }
        shares = weights.map { ($0 * table.solver.geometry.lines.shares).sum() }
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
    }

    /// Where γ lies among the indices.
    @inline(__always)
    func stencil(_ gamma: Double) -> CubicStencil {
        CubicStencil(offset: (gamma - firstIndex) / indexStep, count: sliceCount)
    }

    /// Writes c and its slopes at both ends of the cell of each edge, Σ_i w_i of them; nothing above all lines.
    @inline(__always)
    func read(
        _ edges: [BinEdges.Edge], _ places: BinEdges.Places, _ stencil: CubicStencil,
        into sums: UnsafeMutableBufferPointer<SIMD4<Float>>
    ) {
        let first = SIMD4<Float>(stencil.weights * places.strength.weights.x)
        let second = SIMD4<Float>(stencil.weights * places.strength.weights.y)
        let third = SIMD4<Float>(stencil.weights * places.strength.weights.z)
        let fourth = SIMD4<Float>(stencil.weights * places.strength.weights.w)
        cells.withUnsafeBufferPointer { cells in
            edges.withUnsafeBufferPointer { edges in
                guard let cells = cells.baseAddress else { return }
                for number in edges.indices {
                    let (place, projection) = (places.edges[number], edges[number].projection)
                    guard place.epsilon > 0 else {
                        sums[number] = .zero
                        continue
                    }
                    let row = (projection * rows + place.cell) * strengths + places.strength.first
                    let from = cells + (row * sliceCount + stencil.first)
                    let low = Self.sum(from, first) + Self.sum(from + sliceCount, second)
                    let high = Self.sum(from + 2 * sliceCount, third) + Self.sum(from + 3 * sliceCount, fourth)
                    sums[number] = low + high
                }
            }
        }
    }

    /// Of four indices that are neighbours.
    @inline(__always)
    private static func sum(_ cells: UnsafePointer<SIMD4<Float>>, _ weights: SIMD4<Float>) -> SIMD4<Float> {
        (cells[0] * weights.x + cells[1] * weights.y) + (cells[2] * weights.z + cells[3] * weights.w)
    }

    /// ``SelfSimilarSlice/tails`` of a mediator.
    func tail(_ strength: CubicStencil, _ stencil: CubicStencil) -> SIMD4<Double> {
        var tail = SIMD4<Double>.zero
        tails.withUnsafeBufferPointer { tails in
            for neighbour in 0..<4 {
                let first = (strength.first + neighbour) * sliceCount + stencil.first
                for index in 0..<4 {
                    tail += tails[first + index] * (strength.weights[neighbour] * stencil.weights[index])
                }
            }
        }
        return tail
    }
}

/// Cumulative fluxes below the last line: what came before grows less than the free flux, and daughters add three powers.
struct BelowLines {
    /// That of the last line's energy, and the strength's scale.
    let power: Double
    let tail: SIMD4<Double>
    /// 1 over the last line's energy, in units of 100 TeV.
    let inverse: Double

    @inline(__always)
    func added(at energy: Double) -> Double {
        let decay = energy * inverse
        let (square, cube) = (decay * decay, decay * decay * decay)
        return tail.x * (1 - decay) + tail.y * (1 - square) / 2 + tail.z * (1 - cube) / 3
    }
}
