import NumericalMethods
import Physics
import RealModule

/// How far the wings of the resonance, which a narrow line does not have, change the spectrum.
///
/// Off the resonance σ_ij/s → C g′⁴ |Q_ij|² (S/2)(Γ/Γ_ν)/(s − m²)². With κ = C g′²/m² and r = κ g′² (S/2)(Γ/Γ_ν) this
/// does two things to state i, seen right above a line j (eqs. (27) to (31) of Documentation/Transport.md):
///
/// 1. What has always been above a line l meets its upper wing, s/m² = a_l e^u with a_l = E/E_l > 1. Averaged over the
///    sources, the optical depth is τ = r Σ_l |Q_il|² ∫ W(u) (n/H)(u) a_l e^u/(a_l e^u − 1)² du.
/// 2. What is emitted at a distance δ in u below a line b that farther sources crossed at u_b meets the rest of its lower
///    wing, with optical depth A_b/δ, A_b = r |Q_ib|² (n/H)(u_b): a narrow line lets it pass. With w = −dW/du, the loss is
///    at most w(u_b) ∫_0^1 min(1, A_b/δ) dδ = w(u_b) A_b (1 − ln A_b).
///
/// The first diverges at the line as 1/(a − 1); nearer than 5 % the spectrum jumps anyway, which no ratio at a point
/// describes. It takes the flux as not absorbed otherwise and leaves out that daughters fill the loss again, which makes it
/// larger than the change; and it leaves out that daughters made right below a line meet its lower wing too, which makes it
/// smaller: against grids that resolve all of it a third of a decade changes by up to 1.7 times as much, at either
/// ordering. The estimate is twice the largest sum of both over states i at 1.05 times each line.
struct WingEstimate: Sendable {
    /// A line that was crossed: w(u_b) and A_b/r [eV²].
    private struct Crossed: Sendable {
        var source: Double
        var wing: Double
    }

    /// What one state meets above one line: the upper wings τ/r [eV²], and lower wings.
    private struct Sight: Sendable {
        var wings: Double
        var crossed: [Crossed]
    }

    /// For each of ``indices``, every state above every line: found when it is first asked for.
    private let sights: [Later<[Sight]>]
    private let charges: ChargeMatrix

    /// E/E_j where the wing of line j is looked at.
    private static let relativeEnergy = 1.05
    /// Between two of these the larger estimate counts: it changes slowly with γ.
    private static let indices = (1...10).map(Double.init)

    init(_ setting: TransportSetting, geometry: LineGeometry) {
        charges = setting.charges
        sights = Self.indices.map { gamma in
            Later {
                let source = geometry.source(index: gamma)
                return (0..<geometry.lines.count).flatMap { Self.sights(above: $0, geometry, source) }
            }
        }
    }

    /// The absolute change of a ratio to free streaming; 1 at most.
    func largestChange(_ mediator: Mediator, index gamma: Double) -> Double {
        largestChange(rate: rate(mediator), index: gamma)
    }

    /// r [eV⁻²], all of the mediator that the wings depend on.
    func rate(_ mediator: Mediator) -> Double {
        let coupling = mediator.coupling.value
        return min(mediator.strength, 1e100) * min(coupling * coupling, 1e100) * charges.sumOfSquares / 2
            / mediator.invisibleFraction(charges: charges)
    }

    /// A rate r up to which no ratio changes by more than some change at any of some indices: the estimate rises with r. It is
    /// a millionth below the greatest one, so that rounding makes no difference.
    func rate(ofChange change: Double, indices: [Double]) -> Double {
        var (low, high) = (Double.log(1e-200), Double.log(1e200))
        while high - low > 1e-7 {
            let middle = (low + high) / 2
            let found = indices.map { largestChange(rate: Double.exp(middle), index: $0) }.max() ?? 0
            if found <= change { low = middle } else { high = middle }
        }
        return Double.exp(low) * (1 - 1e-6)
    }

    private func largestChange(rate: Double, index gamma: Double) -> Double {
        let below = min(max(Int(min(max(gamma, 1), 10)) - 1, 0), Self.indices.count - 1)
        let above = min(below + 1, Self.indices.count - 1)
        return max(largest(sights[below].value, rate), largest(sights[above].value, rate))
    }

    private func largest(_ sights: [Sight], _ rate: Double) -> Double {
        var largest = 0.0
        for sight in sights {
            var change = -Double.expMinusOne(-rate * sight.wings)
            for crossed in sight.crossed where crossed.wing > 0 {
                let depth = rate * crossed.wing
                change += depth > 0 && depth < 1 ? crossed.source * depth * (1 - Double.log(depth)) : min(depth, 1)
            }
            largest = max(largest, 2 * change)
        }
        return min(largest, 1)
    }

    private static func sights(above line: Int, _ geometry: LineGeometry, _ source: SourceTable) -> [Sight] {
        let lines = geometry.lines
        var wings = SIMD4<Double>.zero
        var crossings: [(source: Double, depths: SIMD4<Double>)] = []
        for other in 0..<lines.count {
            let u = -Double.log(relativeEnergy) + lines.distances[line] - lines.distances[other]
            if u < 0 {
                wings += lines.chargeSquares[other] * upperWing(Double.exp(-u), geometry, source)
            } else if u < geometry.grid.upper {
                let depth = geometry.depth(scale: Double.exp(u)) / (12 * .pi * .pi)
                crossings.append((source.density(u), lines.chargeSquares[other] * depth))
            }
        }
        return (0..<3).map { state in
            Sight(
                wings: wings[state],
                crossed: crossings.map { Crossed(source: $0.source, wing: $0.depths[state]) })
        }
    }

    /// ∫ W (n/H) a e^u/(a e^u − 1)² du [eV²], in v = ln(a e^u − 1), where it is ∫ W (n/H) e^{−v} dv.
    private static func upperWing(_ above: Double, _ geometry: LineGeometry, _ source: SourceTable) -> Double {
        let start = Double.log(above - 1)
        let end = Double.log(above * Double.exp(geometry.grid.upper) - 1)
        // The midpoint rule, to a per cent: all that an estimate needs.
        let steps = 64
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
