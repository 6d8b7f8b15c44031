extension ParameterSet {
    /// What nuSIprop, the engine of the paper's spectra, has built in.
    public static let nusiprop = ParameterSet(
        name: "nusiprop",
        provenance: [
            "H(z), n_0, star formation rate: nuSIprop (Esteban, Pandey, Brdar, Beacom 2021, 2107.13568)",
            "angles and splittings: NuFIT 5.0 (Esteban et al. 2020, 2007.14792)",
        ],
        references: [.nuSIprop, .nuFIT5],
        cosmology: Cosmology(hubbleConstant: 1.5e-33, matterDensity: 0.308, darkEnergyDensity: 0.692),
        relicDensity: 4.3528e-13,
        evolution: .starFormation,
        normal: Oscillations(
            angles: MixingAngles(theta12: 33.44, theta13: 8.57, theta23: 49.0, delta: 195),
            splittings: MassSplittings(ordering: .normal, solar: 7.42e-5, atmospheric: 2.514e-3)),
        inverted: Oscillations(
            angles: MixingAngles(theta12: 33.45, theta13: 8.61, theta23: 49.3, delta: 286),
            splittings: MassSplittings(ordering: .inverted, solar: 7.42e-5, atmospheric: 2.497e-3)))

    /// Measured values of 2018 and 2024.
    public static let planck2018NuFIT6 = ParameterSet(
        name: "planck2018-nufit6",
        provenance: [
            "H_0 = 67.66 km/s/Mpc, Ω_m = 0.3111, flat: Planck 2018 (1807.06209), TT,TE,EE+lowE+lensing+BAO",
            "n_0 = 3ζ(3)T³/4π² at T_ν = (4/11)^(1/3) 2.7255 K (Fixsen 2009, 0911.1955)",
            "star formation rate: Yüksel et al. 2008 (0804.4008)",
            "angles and splittings: NuFIT 6.0, Table 1, without Super-Kamiokande's atmospheric data (2410.05380)",
        ],
        references: [.planck2018, .fixsen2009, .yuksel2008, .nuFIT6],
        cosmology: Cosmology(
            hubbleConstant: Cosmology.hubbleConstant(kilometresPerSecondPerMegaparsec: 67.66), matterDensity: 0.3111,
            darkEnergyDensity: 1 - 0.3111),
        relicDensity: relicDensity(temperature: Constants.neutrinoTemperature),
        evolution: .starFormation,
        normal: Oscillations(
            angles: MixingAngles(theta12: 33.68, theta13: 8.52, theta23: 48.5, delta: 177),
            splittings: MassSplittings(ordering: .normal, solar: 7.49e-5, atmospheric: 2.534e-3)),
        inverted: Oscillations(
            angles: MixingAngles(theta12: 33.68, theta13: 8.58, theta23: 48.6, delta: 285),
            splittings: MassSplittings(ordering: .inverted, solar: 7.49e-5, atmospheric: 2.510e-3)))

    /// Measured values of 2018 and 2025.
    public static let planck2018NuFIT61 = ParameterSet(
        name: "planck2018-nufit6.1",
        provenance: [
            "H_0 = 67.66 km/s/Mpc, Ω_m = 0.3111, flat: Planck 2018 (1807.06209), TT,TE,EE+lowE+lensing+BAO",
            "n_0 = 3ζ(3)T³/4π² at T_ν = (4/11)^(1/3) 2.7255 K (Fixsen 2009, 0911.1955)",
            "star formation rate: Yüksel et al. 2008 (0804.4008)",
            "angles (as sin²) and splittings: NuFIT 6.1, with Super-Kamiokande's atmospheric data (nu-fit.org; earlier: 2410.05380)",
        ],
        references: [.planck2018, .fixsen2009, .yuksel2008, .nuFIT6],
        cosmology: planck2018NuFIT6.cosmology, relicDensity: planck2018NuFIT6.relicDensity,
        evolution: .starFormation,
        normal: Oscillations(
            angles: MixingAngles(sineSquared12: 0.3088, sineSquared13: 0.02248, sineSquared23: 0.470, delta: 212),
            splittings: MassSplittings(ordering: .normal, solar: 7.537e-5, atmospheric: 2.511e-3)),
        inverted: Oscillations(
            angles: MixingAngles(sineSquared12: 0.3088, sineSquared13: 0.02262, sineSquared23: 0.550, delta: 274),
            splittings: MassSplittings(ordering: .inverted, solar: 7.537e-5, atmospheric: 2.483e-3)))

    /// 3ζ(3)T³/4π² [eV³]: one helicity of one Fermi gas.
    /// - Parameter temperature: T [eV].
    public static func relicDensity(temperature: Double) -> Double {
        3 * Constants.zetaOfThree / (4 * .pi * .pi) * temperature * temperature * temperature
    }
}
