extension Constants {
    /// m_K of the charged kaon [MeV], PDG 2022.
    public static let chargedKaonMass = 493.677
    /// Br(K⁺ → μ⁺ν), PDG 2022.
    public static let kaonToMuonNeutrino = 0.6356
    /// m_W [MeV], PDG 2022.
    public static let wMass = 80_377.0
    /// m_Z [MeV], PDG 2022.
    public static let zMass = 91_187.6
    /// α at zero momentum, PDG 2022.
    public static let fineStructure = 1 / 137.035_999_084

    /// Γ(Z → ν_ℓ ν̄_ℓ) of one flavour in the Standard Model [MeV], as the bound on Z decays of 1304.3460 uses it.
    public static let zToNeutrinos = 167.2
    /// Γ(W → μν) in the Standard Model [MeV], as the bound on W decays of 1304.3460 uses it.
    public static let wToMuonNeutrino = 221.6
}
