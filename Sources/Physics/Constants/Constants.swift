/// Numbers that are measured or defined, each with its unit and where it comes from.
public enum Constants {
    // Masses [MeV], PDG 2022 (Prog. Theor. Exp. Phys. 2022, 083C01).
    /// m_e [MeV].
    public static let electronMass = 0.510_998_950
    /// m_μ [MeV].
    public static let muonMass = 105.658_3755
    /// m_τ [MeV].
    public static let tauMass = 1776.86

    // Conversions, CODATA 2018 (exact but for rounding) and IAU 2015.
    /// ħc [eV cm].
    public static let reducedPlanckTimesLightSpeed = 1.973_269_804e-5
    /// ħ [eV s].
    public static let reducedPlanck = 6.582_119_569e-16
    /// k_B [eV/K].
    public static let boltzmann = 8.617_333_262e-5
    /// One megaparsec [km].
    public static let kilometresPerMegaparsec = 3.085_677_581_491_367e19

    // Cosmology.
    /// Temperature of the microwave background today [K], Fixsen 2009 (0911.1955).
    public static let backgroundTemperature = 2.7255
    /// Temperature of the relic neutrinos today, T_ν = (4/11)^(1/3) T_γ [eV].
    public static let neutrinoTemperature = 0.713_765_855_5 * backgroundTemperature * boltzmann
    /// Riemann's ζ(3).
    public static let zetaOfThree = 1.202_056_903_159_594
}
