import NumericalMethods
import RealModule

/// w(u), what sources with a power law emit that arrives at one comoving energy, of which ∫ w du = 1: what a spectrum of another
/// form is a weighted sum over.
struct EmissionRates: Sendable {
    /// ∫ w du in the unit of the shape.
    let total: Double
    /// Steps of two half steps.
    let cells: Int
    /// The width of one in u.
    let step: Double
    /// w at the half steps; empty where all sources lie at u_max.
    private let rates: [Double]

    /// - Parameters:
    ///   - shape: the emission rate without its (1+z)^{1−γ}, at every half step; empty for a point source.
    ///   - upper: ln(1+z_max).
    ///   - cells: how many steps there are.
    ///   - index: γ of the power law.
    init(shape: [Double], upper: Double, cells: Int, index gamma: Double) {
        self.cells = cells
        step = upper / Double(cells)
        let rates = Self.rates(shape: shape, halfStep: step / 2, index: gamma)
        let total = shape.isEmpty ? 1 : Self.simpson(count: cells) { rates[$0] } * step / 6
        self.total = total
        self.rates = rates.map { $0 / total }
    }

    /// L (1+z)^{1−γ}/H at every half step.
    static func rates(shape: [Double], halfStep: Double, index gamma: Double) -> [Double] {
        // Of each place its power is that of a multiple of 32 times that of the rest: two tables of few exponentials.
        let (fine, width) = (32, (1 - gamma) * halfStep)
        let coarse = (0...shape.count / fine).map { Double.exp(width * Double(fine * $0)) }
        let rest = (0..<fine).map { Double.exp(width * Double($0)) }
        return shape.indices.map { shape[$0] * (coarse[$0 / fine] * rest[$0 % fine]) }
    }

    /// ∫_u^{u_max} w(u') ρ(ln y + u') du' at the comoving energy y that is E_j at u.
    /// - Parameters:
    ///   - cell: u in steps.
    ///   - relative: ρ at ln E_j and every half step above it.
    func sum(from cell: Int, _ relative: [Double]) -> Double {
        guard !rates.isEmpty else { return relative[2 * (cells - cell)] }
        let first = 2 * cell
        return rates.withUnsafeBufferPointer { rates in
            relative.withUnsafeBufferPointer { relative in
                Self.simpson(count: cells - cell) { rates[first + $0] * relative[$0] } * step / 6
            }
        }
    }

    /// Simpson's sum over as many steps, up to a third of a half step.
    @inline(__always)
    private static func simpson(count: Int, _ value: (Int) -> Double) -> Double {
        guard count > 0 else { return 0 }
        var (ends, middles) = (0.0, 0.0)
        for cell in 0..<count {
            ends += value(2 * cell)
            middles += value(2 * cell + 1)
        }
        return 2 * ends + 4 * middles - value(0) + value(2 * count)
    }

    /// The derivative at the nodes of what is known there alone, by differences.
    static func slopes(_ values: [Double], step: Double) -> [Double] {
        let last = values.count - 1
        return values.indices.map { place in
            switch place {
            case 0: (4 * values[1] - 3 * values[0] - values[2]) / (2 * step)
            case last: (3 * values[last] - 4 * values[last - 1] + values[last - 2]) / (2 * step)
            case 1, last - 1: (values[place + 1] - values[place - 1]) / (2 * step)
            default:
                (8 * (values[place + 1] - values[place - 1]) - (values[place + 2] - values[place - 2])) / (12 * step)
            }
        }
    }
}
