/// Numbers that are measured or defined, each with its unit and where it comes from.
///
/// PDG 2022 is Prog. Theor. Exp. Phys. 2022, 083C01. CODATA 2018 (Rev. Mod. Phys. 93, 025010) and IAU 2015
/// (Resolution B2) are exact but for rounding.
public enum Constants {
    /// m_e [MeV], PDG 2022.
    public static let electronMass = 0.510_998_950
    /// m_μ [MeV], PDG 2022.
    public static let muonMass = 105.658_3755
    /// m_τ [MeV], PDG 2022.
    public static let tauMass = 1776.86

    /// ħc [eV cm], CODATA 2018.
    public static let reducedPlanckTimesLightSpeed = 1.973_269_804e-5
    /// ħ [eV s], CODATA 2018.
    public static let reducedPlanck = 6.582_119_569e-16
    /// k_B [eV/K], CODATA 2018.
    public static let boltzmann = 8.617_333_262e-5
    /// One erg [GeV], CODATA 2018.
    public static let gigaelectronvoltsPerErg = 624.150_907_446
    /// One megaparsec [km], IAU 2015.
    public static let kilometresPerMegaparsec = 3.085_677_581_491_367e19

    /// T_γ, the temperature of the microwave background today [K], Fixsen 2009 (0911.1955).
    public static let backgroundTemperature = 2.7255
    /// T_ν = (4/11)^(1/3) T_γ, the temperature of the relic neutrinos today [eV].
    public static let neutrinoTemperature = 0.713_765_855_5 * backgroundTemperature * boltzmann
    /// Riemann's ζ(3).
    public static let zetaOfThree = 1.202_056_903_159_594
}
