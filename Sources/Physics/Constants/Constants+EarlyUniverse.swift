extension Constants {
    /// The Planck mass (ħc/G)^½ [MeV], CODATA 2018.
    static let planckMass = 1.220_890e22
    /// m of the charged pion [MeV], PDG 2022.
    static let chargedPionMass = 139.570_39
    /// m of the neutral pion [MeV], PDG 2022.
    static let neutralPionMass = 134.9768
}
