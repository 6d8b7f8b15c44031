import RealModule

/// A gas of vector bosons with the momenta of equilibrium, per boson: averages over a Bose–Einstein distribution at
/// zero chemical potential, as functions of z = m/T.
///
/// A gas that is thinner or denser than equilibrium keeps these averages: its distribution is that of equilibrium times
/// a number.
struct VectorGas: Sendable {
    /// Averages at one temperature.
    struct Averages {
        /// n/T³ of one spin state in equilibrium.
        let density: Double
        /// ⟨E⟩/T.
        let energy: Double
        /// d⟨E⟩/dT.
        let heatCapacity: Double
        /// P/(nT).
        let pressure: Double
        /// ⟨m/E⟩: the rate of decays in units of the width at rest.
        let decayRate: Double
        /// ⟨(m/E)(1 − f − f̄)⟩: the same into light fermions of the same temperature, with what Pauli's principle leaves.
        let blockedRate: Double
        /// ⟨1 − f − f̄⟩: the energy these take, in units of mΓ.
        let blockedPower: Double
    }

    private let table: LogarithmicTable

    init() {
        table = LogarithmicTable(range: 1e-5...300, count: 400, Self.averages)
    }

    /// - Parameters:
    ///   - ratio: z = m/T.
    ///   - logarithm: ln z.
    @inline(__always)
    func averages(ratio z: Double, logarithm: Double) -> Averages {
        let (value, slope) = table.at(logarithm: logarithm)
        let dilation = z / (1 + z)
        // The table holds ⟨E⟩/T − z. With E/T = e(ln z): d⟨E⟩/dT = e − de/d ln z, where z itself drops out.
        return Averages(
            density: Double.exp(value[0] - z), energy: value[1] + z, heatCapacity: value[1] - slope[1],
            pressure: value[2], decayRate: value[3] * dilation, blockedRate: value[4] * dilation, blockedPower: value[5]
        )
    }

    /// ln(n/T³) + z, ⟨E⟩/T − z, P/(nT), the two rates multiplied by (1 + z)/z, and the power.
    private static func averages(_ z: Double) -> SIMD8<Double> {
        var (number, kinetic, pressure, rate, blocked, power) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for (momentum, weight) in MomentumIntegral.nodes {
            // Sharp in p where z is large: p scales as √z there.
            let p = momentum * (1 + z).squareRoot()
            let energy = (p * p + z * z).squareRoot()
            let excess = p * p / (energy + z)
            let bosons = weight * p * p / (Double.exp(excess) - Double.exp(-z))
            let free = Self.unblocked(energy: energy, momentum: p)
            number += bosons
            kinetic += bosons * excess
            pressure += bosons * p * p / (3 * energy)
            rate += bosons * (1 + z) / energy
            blocked += bosons * free * (1 + z) / energy
            power += bosons * free
        }
        let scale = (1 + z).squareRoot() / (2 * .pi * .pi)
        let first = SIMD4(Double.log(number * scale), kinetic / number, pressure / number, rate / number)
        return SIMD8(lowHalf: first, highHalf: SIMD4(blocked / number, power / number, 0, 0))
    }

    /// 1 − f − f̄ over massless fermions of a decay, averaged over its angle: each has an energy between (E ∓ p)/2,
    /// evenly, and ∫ f dE = −ln(1 + e^{−E}), in units of T.
    private static func unblocked(energy: Double, momentum: Double) -> Double {
        guard momentum > 1e-4 * energy else { return Double.tanh(energy / 4) }
        let low = Double.log(onePlus: Double.exp((momentum - energy) / 2))
        let high = Double.log(onePlus: Double.exp(-(momentum + energy) / 2))
        return 1 - 2 * (low - high) / momentum
    }
}
