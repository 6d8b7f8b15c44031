import NumericalMethods
import RealModule

extension ShellPath {
    /// ∫(1 − e^{−τ}) over where something is made, of an interval far from all lines: what absorbs is a straight line there.
    /// - Parameter skew: twice its first moment from the end, less the area.
    func late(_ interval: Int, area: SIMD4<Double>, skew: SIMD4<Double>) -> SIMD4<Double> {
        var sum = SIMD4<Double>.zero
        for point in 0..<FourPointRule.count {
            let node = FourPointRule.node(point)
            let part = node * node
            let rest = area * part - skew * (3 * part * (1 - part))
            let growth = layout.slopes[interval] * layout.step * part / 2
            let tau = rest * (layout.depths[interval] * (1 + growth * (1 + growth / 2)))
            sum += (1 - exponential(-tau)) * (2 * node * FourPointRule.weight(point))
        }
        return sum
    }

    /// Adds ∫(1 − e^{−τ}) over where something is made within a part of the interval, counted from its end.
    func add(
        _ sum: inout SIMD4<Double>, _ interval: Int, _ end: Double, from lower: Double, to upper: Double
    ) {
        let depth = layout.depths[interval]
        for point in 0..<FourPointRule.count {
            // Dense at both ends: what is made close to where it is seen is left where much is absorbed.
            let node = FourPointRule.node(point)
            let part = lower + (upper - lower) * (node * node * (3 - 2 * node))
            let weight = (upper - lower) * 6 * node * (1 - node) * FourPointRule.weight(point)
            let place = end * Double.exp(layout.step * part)
            let growth = layout.slopes[interval] * layout.step * part / 2
            var area = SIMD4<Double>.zero
            for line in 0..<lines.count {
                let ratio = lines.ratios[line]
                let part = resonance.shape.area(from: end * ratio, to: place * ratio)
                area += lines.chargeSquares[line] * (resonance.strength * part)
            }
            sum += (1 - exponential(area * (-depth * (1 + growth * (1 + growth / 2))))) * weight
        }
    }
}
