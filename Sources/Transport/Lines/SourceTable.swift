import NumericalMethods
import Physics
import RealModule

/// What the sources between a redshift and the farthest contribute to a comoving energy by free streaming:
/// W(u) = ∫_u^{u_max} L (1+z)^{1−γ}/H du, relative to W(0). Eq. (5) of the paper without its interaction terms.
///
/// Where the sources have no power law, what they contribute depends on the energy too, and each line has its own:
/// W_j(u) = ∫_u^{u_max} w(u') ρ(E_j e^{u'−u}) du' at the comoving energy E_j e^{−u} that meets the line at u; w is −dW/du of the
/// power law, and ρ the spectrum over it.
struct SourceTable: Sendable {
    /// W(0), in the unit of the shape; of lines that of the power law.
    let total: Double
    let step: Double
    let perStep: Double
    /// The number of the last cell.
    let last: Int
    /// W and −dW/du at the nodes, line after line where they differ.
    let values: [SIMD2<Double>]
    /// Whether lines have tables of their own.
    var isOfLines: Bool { stride > 0 }
    /// From one line's nodes to the next; zero where all have the same.
    let stride: Int

    /// - Parameters:
    ///   - shape: empty for a point source; else the emission rate without its (1+z)^{1−γ}, at twice as many steps as the table has.
    ///   - upper: ln(1+z_max).
    ///   - index: γ.
    init(shape: [Double], upper: Double, index gamma: Double) {
        guard !shape.isEmpty else {
            // All sources at u_max.
            (total, step, perStep, last, stride) = (1, upper, 1 / upper, 0, 0)
            values = [SIMD2(1, 0), SIMD2(1, 0)]
            return
        }
        let cells = (shape.count - 1) / 2
        let half = upper / Double(2 * cells)
        let rates = EmissionRates.rates(shape: shape, halfStep: half, index: gamma)
        var sums = [Double](repeating: 0, count: cells + 1)
        for cell in (0..<cells).reversed() {
            let rate = SimpsonRule.pair(rates[2 * cell], rates[2 * cell + 1], rates[2 * cell + 2])
            sums[cell] = sums[cell + 1] + rate * half / 3
        }
        let total = sums[0]
        self.total = total
        step = 2 * half
        perStep = 1 / step
        last = cells - 1
        stride = 0
        values = (0...cells).map { SIMD2(sums[$0], rates[2 * $0]) / total }
    }

    /// Of each line, where the sources have no power law.
    /// - Parameters:
    ///   - emission: of the power law.
    ///   - relative: of each line ρ at ln E_j and every half step of the emission above it.
    init(_ emission: EmissionRates, relative: [[Double]]) {
        let cells = emission.cells
        total = emission.total
        step = emission.step
        perStep = 1 / step
        last = cells - 1
        stride = cells + 1
        values = relative.flatMap { relative in
            let sums = (0...cells).map { emission.sum(from: $0, relative) }
            return zip(sums, EmissionRates.slopes(sums, step: emission.step)).map { SIMD2($0, -$1) }
        }
    }

    /// W(u)/W(0) for u from 0 to ln(1+z_max).
    /// - Parameter line: of the lines, where they differ.
    @inline(__always)
    func callAsFunction(_ u: Double, line: Int = 0) -> Double {
        let offset = u * perStep
        let cell = min(max(Int(offset), 0), last)
        let weights = hermiteWeights(offset - Double(cell), step: step)
        let left = values[line * stride + cell]
        let right = values[line * stride + cell + 1]
        return weights.x * left.x + weights.y * right.x - weights.z * left.y - weights.w * right.y
    }

    /// −dW/du relative to W(0), between the nodes of the table to a few per cent of a step's change.
    func density(_ u: Double) -> Double { values[min(max(Int(u / step + 0.5), 0), last + 1)].y }

    /// L/H at equal steps in u, up to a constant; empty for a point source.
    static func shape(_ setting: TransportSetting, upper: Double, steps: Int) -> [Double] {
        setting.evolution == .point
            ? []
            : (0...2 * steps).map { index in
                let scale = Double.exp(upper * Double(index) / Double(2 * steps))
                return setting.evolution.density(scale: scale) / setting.cosmology.expansionRate(scale: scale)
            }
    }
}
