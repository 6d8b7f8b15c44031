import RealModule

/// The flux without interaction, of each mass state and so of each flavour:
/// Φ = A · 1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹ (E/100 TeV)^−γ, ν and ν̄ together.
public enum FreeFlux {
    /// Φ(100 TeV) at A = 1 [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public static let unit = 1e-18
    /// [GeV]
    public static let pivot = 1e5

    /// Φ at A = 1 [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    /// - Parameters:
    ///   - gamma: γ.
    ///   - energy: [GeV].
    public static func differential(index gamma: Double, energy: Double) -> Double {
        unit * Double.exp(-gamma * Double.log(energy / pivot))
    }

    /// ∫Φ dE at A = 1 [cm⁻² s⁻¹ sr⁻¹].
    /// - Parameters:
    ///   - gamma: γ.
    ///   - bin: the range of energies.
    public static func integrated(index gamma: Double, bin: EnergyBin) -> Double {
        unit * pivot * powerIntegral(1 - gamma, from: bin.lower / pivot, to: bin.upper / pivot)
    }

    /// ∫ x^(p−1) dx, also where p is zero or next to it.
    static func powerIntegral(_ power: Double, from lower: Double, to upper: Double) -> Double {
        let width = Double.log(upper / lower)
        let start = Double.exp(power * Double.log(lower))
        let argument = power * width
        return start * width * (abs(argument) < 1e-12 ? 1 : Double.expMinusOne(argument) / argument)
    }
}
