import ConstraintKit

/// The cooling of hot white dwarfs by plasmons that decay to neutrinos, with a Z′ that reaches the electron through mixing.
///
/// A plasmon decays by the vector current of electrons alone (the axial one adds less than a per cent), so the rate is
/// ∝ Σ C_V² over the neutrinos. A Z′ much heavier than the plasmon, some tens of keV, adds to a neutrino of charge Q
/// 2Δ = Q g′ e ε/(√2 G_F m²).
public enum WhiteDwarfCooling {
    /// The masses the exchange may be taken at zero momentum for [MeV], as 2405.00094 does.
    public static let massRange = 2.0...1500

    /// How much faster than in the Standard Model the neutrinos may carry energy away: 30 %, as 2405.00094 states
    /// without a confidence level.
    public static let allowedIncrease = 0.30

    /// The rate relative to the Standard Model's; nil outside ``massRange``.
    /// - Parameters:
    ///   - mass: of the Z′.
    ///   - mixing: ε/g′.
    ///   - charges: of the neutrinos.
    public static func rate(
        at mass: Mass, mixingPerCoupling mixing: Double, charges: ChargeMatrix = .muonMinusTau
    ) -> RelativeRate? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let scale = 2.0.squareRoot() * Constants.fermi * mass.inMeV * mass.inMeV
        let strength = Constants.elementaryCharge * mixing / scale
        var (standard, linear, quadratic) = (0.0, 0.0, 0.0)
        for family in LeptonFamily.allCases {
            let vector = WeakElectronCouplings(of: family).vector
            standard += vector * vector
            linear += 2 * vector * charges.charge(of: family)
            quadratic += charges.sumOfSquares(of: family)
        }
        return RelativeRate(linear: linear * strength / standard, quadratic: quadratic * strength * strength / standard)
    }
}
