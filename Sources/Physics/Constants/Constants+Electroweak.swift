extension Constants {
    /// G_F [MeV⁻²], PDG 2022.
    public static let fermi = 1.166_378_8e-11
    /// sin²θ_W, effective, at the scale of the Z, PDG 2022 (0.231 21 to 0.231 53 by definition).
    public static let sineSquaredWeakAngle = 0.2312
    /// e = √(4πα), the charge of the positron.
    public static let elementaryCharge = (4 * Double.pi * fineStructure).squareRoot()
    /// ħc [MeV fm], CODATA 2018.
    public static let reducedPlanckTimesLightSpeedInFemtometres = 197.326_980_4
}
