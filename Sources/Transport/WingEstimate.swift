import Physics
import RealModule

/// How far the wings of the resonance, which a narrow line does not have, change the spectrum.
///
/// Off the resonance σ_ij/s → C g′⁴ |Q_ij|² (S/2)(Γ/Γ_ν)/(s − m²)². A neutrino that arrives above line l, at
/// a_l = E/E_l > 1, has always been above it, with s/m² = a_l e^u. The mean over its sources of the optical depth is
///
///     τ_i = (C g′⁴/m²) (S/2)(Γ/Γ_ν) Σ_l |Q_il|² ∫ W(u) (n/H)(u) a_l e^u/(a_l e^u − 1)² du .
///
/// It is largest right above a line, where it diverges as 1/(a − 1); nearer than 5 % the spectrum jumps anyway, which no
/// ratio at a point describes. So the estimate is the largest 1 − e^{−τ_i} over states i at 1.05 times each line. It is
/// an upper bound of what the wings absorb there: the flux is taken as not yet absorbed otherwise, and W as that of
/// γ = 1, which puts sources farther than any larger γ.
struct WingEstimate: Sendable {
    /// The largest Σ_l |Q_il|² (S/2) ∫… [eV²].
    private let coefficient: Double
    private let charges: ChargeMatrix

    /// E/E_j where the wing of line j is looked at.
    private static let relativeEnergy = 1.05

    init(_ setting: TransportSetting, geometry: LineGeometry) {
        charges = setting.charges
        let lines = geometry.lines
        let source = SourceTable(shape: geometry.sourceShape, upper: geometry.grid.upper, index: 1)
        var largest = 0.0
        for line in 0..<lines.count {
            var depths = SIMD4<Double>.zero
            for lower in 0..<lines.count {
                let above = Self.relativeEnergy * Double.exp(lines.distances[lower] - lines.distances[line])
                guard above > 1 else { continue }
                depths += lines.chargeSquares[lower] * Self.wing(above, geometry, source)
            }
            largest = max(largest, depths.max())
        }
        coefficient = largest * setting.charges.sumOfSquares / 2
    }

    /// The absolute change of a ratio to free streaming.
    func largestChange(_ mediator: Mediator) -> Double {
        let coupling = mediator.coupling.value
        let rate = min(mediator.strength, 1e100) * min(coupling * coupling, 1e100)
        let depth = rate * coefficient / mediator.invisibleFraction(charges: charges)
        return -Double.expMinusOne(-depth)
    }

    /// ∫ W (n/H) a e^u/(a e^u − 1)² du [eV²], in v = ln(a e^u − 1), where it is ∫ W (n/H) e^{−v} dv.
    private static func wing(_ above: Double, _ geometry: LineGeometry, _ source: SourceTable) -> Double {
        let start = Double.log(above - 1)
        let end = Double.log(above * Double.exp(geometry.grid.upper) - 1)
        let steps = 400
        let width = (end - start) / Double(steps)
        var sum = 0.0
        for step in 0..<steps {
            let v = start + width * (Double(step) + 0.5)
            let scale = (1 + Double.exp(v)) / above
            sum += source(Double.log(scale)) * geometry.depth(scale: scale) * Double.exp(-v)
        }
        return sum * width / (12 * .pi * .pi)
    }
}
