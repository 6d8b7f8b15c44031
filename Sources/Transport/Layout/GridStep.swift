import NumericalMethods
import Physics
import RealModule

/// What lies between one level and the next, for a path that ends at u: optical depths over n/H.
struct GridStep {
    /// Δ, in ξ and so in u.
    let width: Double
    /// κ |Q_ij|² ∫dF, summed over lines, for each state.
    let area: SIMD4<Double>
    /// The same weighted with the distance from the end.
    let moment: SIMD4<Double>
    /// The mean distance from the end, over Δ, of what absorbs.
    let centroid: Double
    /// The area from the end to each point of the rule.
    private(set) var points = InlineArray<4, SIMD4<Double>>(repeating: .zero)
    /// n/H up to which the step is weak.
    let weakDepth: Double

    /// - Parameters:
    ///   - upper: ξ at the start.
    ///   - lower: ξ at the end.
    ///   - largest: n/H at its largest.
    init(from upper: Double, to lower: Double, _ lines: Lines, _ resonance: Resonance, largest: Double) {
        width = upper - lower
        let (start, end) = (Double.exp(upper), Double.exp(lower))
        let (area, moment) = Self.sight(from: start, to: end, lines, resonance)
        self.area = area
        self.moment = moment * width
        let sum = area.sum()
        centroid = sum > 0 ? moment.sum() / sum : 0.5
        weakDepth = Self.weak / max(area.max(), 1e-300)
        guard largest > weakDepth else { return }
        for point in 0..<FourPointRule.count {
            let place = end * Double.exp(width * Self.node(point))
            for line in 0..<lines.count {
                let part = resonance.shape.area(from: end * lines.ratios[line], to: place * lines.ratios[line])
                points[point] += lines.chargeSquares[line] * (resonance.strength * part)
            }
        }
    }

    /// κ |Q_ij|² ∫dF, summed over lines, for each state, and the same weighted with the distance from the end, over Δ.
    /// - Parameters:
    ///   - start: e^ξ there.
    ///   - end: e^ξ there.
    @inline(__always)
    static func sight(
        from start: Double, to end: Double, _ lines: Lines, _ resonance: Resonance
    ) -> (area: SIMD4<Double>, moment: SIMD4<Double>) {
        var area = SIMD4<Double>.zero
        var moment = SIMD4<Double>.zero
        for line in 0..<lines.count {
            let part = resonance.shape.part(from: end * lines.ratios[line], to: start * lines.ratios[line])
            area += lines.chargeSquares[line] * (resonance.strength * part.area)
            moment += lines.chargeSquares[line] * (resonance.strength * part.moment)
        }
        return (area, moment)
    }

    /// What is absorbed on a path.
    struct Loss {
        /// Of what comes in: 1 − e^{−τ}.
        var incoming: SIMD4<Double>
        /// ∫ (1 − t)(1 − e^{−τ(t)}) dt and ∫ t (1 − e^{−τ(t)}) dt, t rising from 0 to 1 along the path and τ(t) that of
        /// the rest: of what is emitted falling, and rising, to nothing and from nothing.
        var falling: SIMD4<Double>
        var rising: SIMD4<Double>
        /// ∫ t (1 − t)(1 − e^{−τ(t)}) dt.
        var bulging: SIMD4<Double>
    }

    /// - Parameters:
    ///   - depth: n/H at the end.
    ///   - slope: d ln(n/H)/du.
    @inline(__always)
    func loss(depth: Double, slope: Double) -> Loss {
        // n/H grows as an exponential of u, to second order.
        let half = slope * width / 2
        let tau = (area + moment * (slope * (1 + half / 2))) * depth
        guard depth > weakDepth else {
            let incoming = tau * (1 - tau * (0.5 - tau * (1.0 / 6)))
            let late = (1 - centroid) * tau * (1 - tau * 0.25)
            return Loss(
                incoming: incoming, falling: late * (2.0 / 3), rising: late * (1.0 / 3), bulging: late * (1.0 / 6))
        }
        var falling = SIMD4<Double>.zero
        var rising = SIMD4<Double>.zero
        var bulging = SIMD4<Double>.zero
        for point in 0..<FourPointRule.count {
            let node = Self.node(point)
            let growth = half * node
            let absorbed = 1 - exponential(points[point] * (-depth * (1 + growth * (1 + growth / 2))))
            falling += absorbed * (Self.weight(point) * node)
            rising += absorbed * (Self.weight(point) * (1 - node))
            bulging += absorbed * (Self.weight(point) * node * (1 - node))
        }
        return Loss(incoming: 1 - exponential(-tau), falling: falling, rising: rising, bulging: bulging)
    }

    /// The distance from the end of each point: squares of the nodes of a Gauss–Legendre rule on [0, 1], because where
    /// much is absorbed only what is emitted close to the end is left.
    @inline(__always)
    private static func node(_ point: Int) -> Double { FourPointRule.node(point) * FourPointRule.node(point) }

    @inline(__always)
    private static func weight(_ point: Int) -> Double { FourPointRule.weight(point) * 2 * FourPointRule.node(point) }

    /// The optical depth up to which a series is enough.
    static let weak = 0.02
}
