import NumericalMethods
import Physics
import RealModule

/// Cumulative fluxes at one spectral index over all strengths κ = C g′²/m².
///
/// With C(ε) = ∫_0^ε e^{(γ−1)ε'} (f − 1) dε', what a bin holds beyond free streaming is a difference of two C; the table
/// keeps c = C e^{−(γ−1)ε}, which stays of order one from end to end. Eq. (11) of Documentation/Transport.md.
struct SelfSimilarSlice: Sendable {
    /// c at both ends of a cell and its slopes there.
    struct Cell: Sendable {
        var left: SIMD4<Double>
        var right: SIMD4<Double>
        var leftSlope: SIMD4<Double>
        var rightSlope: SIMD4<Double>

        static let zero = Cell(left: .zero, right: .zero, leftSlope: .zero, rightSlope: .zero)
    }

    /// Strength after strength, cell after cell.
    let cells: [Cell]
    /// f − 1 = P_k Σ_n tail_n e^{−(γ+n)(ε−ε_end)} below every line, for each strength.
    let tails: [SIMD4<Double>]

    init(_ spectrum: NarrowLineSpectrum, grid: SpectralGrid, strengths: StrengthGrid) {
        var cells: [Cell] = []
        var tails: [SIMD4<Double>] = []
        cells.reserveCapacity(strengths.count * grid.cells.count)
        for node in 0..<strengths.count {
            spectrum.withRates(strength: strengths[node], invisibleFraction: 1) { rates in
                var sum = SIMD4<Double>.zero
                for cell in grid.cells { cells.append(Self.cell(cell, spectrum, rates, &sum)) }
                tails.append(Self.tail(grid.upper, spectrum, rates))
            }
        }
        self.cells = cells
        self.tails = tails
    }

    /// Continues c over one cell; `sum` goes from its left end to its right.
    private static func cell(
        _ cell: SpectralGrid.Cell, _ spectrum: NarrowLineSpectrum, _ rates: AbsorptionRates, _ sum: inout SIMD4<Double>
    ) -> Cell {
        let growth = spectrum.index - 1
        let width = cell.upper - cell.lower
        // The value next to a jump is wanted from inside; it moves by as little as the distance.
        let inside = 1e-9 * width
        func node(_ number: Int) -> Double { cell.lower + width / 2 * (1 + SixPointRule.node(number)) }
        let first = SIMD4(node(0), node(1), node(2), node(3))
        let rest = SIMD4(node(4), node(5), cell.lower + inside, cell.upper - inside)
        let (excess, others) = (rates.arriving(first, emitted: 0), rates.arriving(rest, emitted: 0))
        let (powers, otherPowers) = (
            exponential(growth * (first - cell.upper)), exponential(growth * (rest - cell.upper))
        )
        var integral = SIMD4<Double>.zero
        for node in 0..<4 { integral += excess[node] * (SixPointRule.weight(node) * powers[node]) }
        for node in 0..<2 { integral += others[node] * (SixPointRule.weight(4 + node) * otherPowers[node]) }
        let left = sum
        sum = left * Double.exp(-growth * width) + integral * (width / 2)
        return Cell(
            left: left, right: sum, leftSlope: others[2] - growth * left, rightSlope: others[3] - growth * sum)
    }

    private static func tail(_ end: Double, _ spectrum: NarrowLineSpectrum, _ rates: AbsorptionRates) -> SIMD4<Double> {
        var tail = SIMD4<Double>.zero
        for (line, distance) in spectrum.geometry.lines.distances.enumerated() {
            let u = end - distance
            let kernel = NarrowLineSpectrum.kernel(
                fraction: Double.exp(-u), power: Double.exp(-spectrum.index * u))
            tail += kernel * rates.moments[line * rates.nodeCount]
        }
        return tail
    }
}

/// The strengths κ [eV⁻²] of the table: from where absorption is linear in κ to where every line is black.
struct StrengthGrid: Sendable {
    let count: Int
    private let lowest: Double
    private let step: Double

    init(_ geometry: LineGeometry, step: Double) {
        let squares = geometry.lines.chargeSquares.flatMap { [$0.x, $0.y, $0.z] }
        let largest = squares.reduce(0, max)
        // A transition far weaker than the others changes nothing before it is as black as they.
        let smallest = squares.filter { $0 > 1e-8 * largest }.reduce(largest, min)
        let depths = geometry.depthAtNode
        // τ = 1e-3 at most: quadratic in τ it is 5e-7; τ = 14 at least: e^−14 is 1e-6.
        lowest = Double.log(1e-3 / (depths.reduce(0, max) * largest))
        let highest = Double.log(14 / (depths.reduce(.infinity, min) * smallest))
        self.step = step
        count = max(4, Int(((highest - lowest) / step).rounded(.up)) + 1)
    }

    subscript(node: Int) -> Double { Double.exp(lowest + step * Double(node)) }

    /// Where a strength lies, and what to multiply with below the lowest, where all is linear.
    func stencil(_ strength: Double) -> (stencil: CubicStencil, scale: Double) {
        let offset = (Double.log(strength) - lowest) / step
        let bounded = min(max(offset, 0), Double(count - 1))
        return (CubicStencil(offset: bounded, count: count), offset < 0 ? Double.exp(step * offset) : 1)
    }
}
