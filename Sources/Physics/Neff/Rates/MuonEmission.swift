import RealModule

/// How fast muons of the plasma make transverse Z′: μγ → μZ′ and μ⁺μ⁻ → γZ′, for a Z′ much lighter than the muon.
///
/// A photon of QED is replaced by a Z′, α by g′²/4π; the cross sections are Klein and Nishina's, and Dirac's of two
/// photons, which counts every pair of photons once and is taken twice. Initial states have Boltzmann's statistics:
/// n₁n₂⟨σv⟩ = (g₁g₂T/32π⁴) ∫ ds λ(s) σ(s) K₁(√s/T)/√s (Gondolo and Gelmini 1991), λ = 4s p² in the centre of mass. What
/// this leaves out, the longitudinal Z′ (m/E)², the final photon's stimulation, is part of the rates' uncertainty.
struct MuonEmission: Sendable {
    private let table: LogarithmicTable

    /// Below it one muon in 10¹⁵ is left [MeV].
    private static let leastTemperature = 3.0

    init() {
        table = LogarithmicTable(range: Self.leastTemperature...300, count: 120) { temperature in
            let rate = Self.rate(at: temperature)
            // Divided by what falls fastest.
            let scaled = rate / temperature * Double.exp(Constants.muonMass / temperature)
            return .init(Double.log(scaled), 0, 0, 0, 0, 0, 0, 0)
        }
    }

    /// The rate at which the transverse Z′ approach equilibrium, in units of g′² [MeV]: production per volume divided by
    /// their number in equilibrium.
    @inline(__always)
    func relaxation(temperature: Double, logarithm: Double) -> Double {
        guard temperature > Self.leastTemperature else { return 0 }
        return temperature * Double.exp(table.at(logarithm: logarithm).value[0] - Constants.muonMass / temperature)
    }

    static func rate(at temperature: Double) -> Double {
        let mass = Constants.muonMass
        let compton =
            8
            * collisions(threshold: mass, at: temperature) { square in
                let difference = square - mass * mass
                return difference * difference * comptonCrossSection(energy: difference / (2 * mass * mass))
            }
        // μ⁺ and μ⁻, two spins each.
        let annihilation =
            4
            * collisions(threshold: 2 * mass, at: temperature) { square in
                let lambda = square * (square - 4 * mass * mass)
                return lambda * 2 * annihilationCrossSection(lorentz: square / (2 * mass * mass) - 1)
            }
        let equilibrium = 2 * Constants.zetaOfThree / (.pi * .pi) * temperature * temperature * temperature
        return (compton + annihilation) / equilibrium
    }

    /// (T/32π⁴) ∫ ds λσ K₁(√s/T)/√s, with √s = threshold + pT.
    private static func collisions(
        threshold: Double, at temperature: Double, _ weighted: (Double) -> Double
    ) -> Double {
        let integral = MomentumIntegral.of { momentum in
            let energy = threshold + momentum * temperature
            return 2 * temperature * weighted(energy * energy) * BesselK.value(order: 1, energy / temperature)
        }
        return temperature * integral / (32 * .pi * .pi * .pi * .pi)
    }

    /// σ(μγ → μZ′)/g′² [MeV⁻²], summed over two polarisations; Klein–Nishina with α² → α g′²/4π.
    /// - Parameter k: the photon's energy where the muon rests, in units of m_μ.
    private static func comptonCrossSection(energy k: Double) -> Double {
        let thomson = 8 * .pi / 3 * scale
        // Below, the closed form cancels; the expansion errs by 13 k².
        guard k > 1e-3 else { return thomson * (1 - 2 * k) }
        let logarithm = Double.log(onePlus: 2 * k)
        let open = 1 + 2 * k
        let first = (1 + k) / (k * k) * (2 * (1 + k) / open - logarithm / k)
        return 2 * .pi * scale * (first + logarithm / (2 * k) - (1 + 3 * k) / (open * open))
    }

    /// σ(μ⁺μ⁻ → γγ) [MeV⁻²], each pair of photons once, with α² → α g′²/4π, in units of g′².
    /// - Parameter lorentz: γ of one muon where the other rests.
    private static func annihilationCrossSection(lorentz: Double) -> Double {
        let square = lorentz * lorentz - 1
        guard square > 0 else { return 0 }
        let root = square.squareRoot()
        let logarithm = Double.log(lorentz + root)
        let bracket = (lorentz * lorentz + 4 * lorentz + 1) / square * logarithm - (lorentz + 3) / root
        return .pi * scale / (lorentz + 1) * bracket
    }

    /// α/(4π m_μ²) [MeV⁻²].
    private static let scale = Constants.fineStructure / (4 * .pi * Constants.muonMass * Constants.muonMass)
}
