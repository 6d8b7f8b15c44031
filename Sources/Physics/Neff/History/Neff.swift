import ConstraintKit

/// The effective number of neutrinos that a Z′ leaves: its thermal history, integrated.
public enum Neff {
    /// N_eff = (8/7)(11/4)^{4/3} (ρ_ν + ρ_Z)/ρ_γ when electrons and Z′ are gone.
    public static func neutrinos(
        _ model: NeffModel, precision: NeffPrecision = .init()
    ) throws(NeffHistoryError) -> Double {
        let history = ThermalHistory(model, precision: precision)
        return history.effectiveNeutrinos(try history.integrate())
    }

    /// N_eff without a Z′, as ``neutrinos(_:precision:)`` gives it.
    public static let standardModel = 3.0448
}
