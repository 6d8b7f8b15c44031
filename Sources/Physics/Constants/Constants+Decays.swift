extension Constants {
    // Masses [MeV] and fractions, PDG 2022 (Prog. Theor. Exp. Phys. 2022, 083C01).
    /// m_K of the charged kaon [MeV].
    public static let chargedKaonMass = 493.677
    /// Br(K⁺ → μ⁺ν).
    public static let kaonToMuonNeutrino = 0.6356
    /// m_W [MeV].
    public static let wMass = 80_377.0
    /// m_Z [MeV].
    public static let zMass = 91_187.6
    /// α at zero momentum.
    public static let fineStructure = 1 / 137.035_999_084

    // Widths [MeV] of the Standard Model, as the bounds on Z and W decays of 1304.3460 use them.
    /// Γ(Z → ν_ℓ ν̄_ℓ), one flavour [MeV].
    public static let zToNeutrinos = 167.2
    /// Γ(W → μν) [MeV].
    public static let wToMuonNeutrino = 221.6
}
