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
        // The sixteen weights in the form that they are multiplied in: made once for all edges.
        withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: 16) { weights in
            for strength in 0..<4 {
                for index in 0..<4 {
                    let weight = places.strength.weights[strength] * stencil.weights[index]
                    weights.initializeElement(at: 4 * strength + index, to: SIMD4(repeating: Float(weight)))
                }
            }
            cells.withUnsafeBufferPointer { cells in
                edges.withUnsafeBufferPointer { edges in
                    guard let cells = cells.baseAddress, let weights = weights.baseAddress else { return }
                    for number in edges.indices {
                        let (place, projection) = (places.edges[number], edges[number].projection)
                        var sum = SIMD4<Float>.zero
                        if place.epsilon > 0 {
                            let row = (projection * rows + place.cell) * strengths + places.strength.first
                            sum = Self.sum(weights, cells + (row * sliceCount + stencil.first), sliceCount)
                        }
                        sums.initializeElement(at: number, to: sum)
                    }
                }
            }
        }
    }

    /// Of four indices that are neighbours at four strengths that are.
    ///
    /// A function of its own: where the compiler sees how the weights are made it goes lane by lane, three times as long.
    @inline(never)
    private static func sum(
        _ weights: UnsafePointer<SIMD4<Float>>, _ cells: UnsafePointer<SIMD4<Float>>, _ indices: Int
    ) -> SIMD4<Float> {
        var sums = (SIMD4<Float>.zero, SIMD4<Float>.zero)
        var (weights, cells) = (weights, cells)
        for _ in 0..<4 {
            sums.0 += weights[0] * cells[0]
            sums.1 += weights[1] * cells[1]
            sums.0 += weights[2] * cells[2]
            sums.1 += weights[3] * cells[3]
            weights += 4
            cells += indices
        }
        return sums.0 + sums.1
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
