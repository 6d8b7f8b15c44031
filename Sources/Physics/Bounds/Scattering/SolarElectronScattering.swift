import ConstraintKit
import NumericalMethods

/// The scattering of a line of solar neutrinos on electrons, with a Z′ that reaches the electron through kinetic mixing.
///
/// dσ/dT ∝ g_L² + g_R² (1 − T/E)² − g_L g_R m_e T/E². The exchange of a Z′ adds the same to g_L and g_R of a neutrino of
/// charge Q, with q² = −2m_eT and the electron's coupling e ε:
/// Δ(T) = Q g′ e ε / (2√2 G_F (m² + 2m_eT)).
/// With the natural mixing ε is negative (the loop of the muon, whose charge of electromagnetism is −1, is cut off by
/// that of the tau), so Δ lowers both couplings of ν_μ and raises those of ν_τ.
public struct SolarElectronScattering: Sendable, Hashable {
    /// E [MeV].
    public let energy: Double
    /// The recoil energies T that are counted [MeV].
    public let window: ClosedRange<Double>
    /// The shares of ν_e, ν_μ and ν_τ on arrival.
    public let shares: SIMD3<Double>
    public let charges: ChargeMatrix

    /// - Parameters:
    ///   - energy: of the neutrinos [MeV].
    ///   - window: the recoil energies that are counted [MeV]; what lies beyond the kinematic end is cut off.
    ///   - shares: of ν_e, ν_μ and ν_τ on arrival.
    ///   - charges: of the neutrinos.
    public init(
        energy: Double, window: ClosedRange<Double>, shares: SIMD3<Double>, charges: ChargeMatrix = .muonMinusTau
    ) {
        self.energy = energy
        let end = 2 * energy * energy / (Constants.electronMass + 2 * energy)
        self.window = min(window.lowerBound, end)...min(window.upperBound, end)
        self.shares = shares
        self.charges = charges
    }

    /// ⁷Be neutrinos of 0.862 MeV in Borexino's window, of which P_ee = 0.54 arrive as ν_e and equally many as ν_μ and ν_τ.
    public static let beryllium = SolarElectronScattering(
        energy: 0.862, window: 0.19...0.665, shares: SIMD3(0.54, 0.23, 0.23))

    /// The same with the shares of ν_μ and ν_τ as mixing has them: Σ_i |U_ei|² |U_αi|², averaged over oscillations, apart
    /// from P_ee, which the Sun's matter changes a little.
    public static func beryllium(mixing: MixingMatrix, charges: ChargeMatrix = .muonMinusTau) -> SolarElectronScattering
    {
        let averaged = mixing.flavours(of: mixing.probabilities(flavour: 0))
        let survival = beryllium.shares[0]
        let rest = (1 - survival) / (averaged[1] + averaged[2])
        return SolarElectronScattering(
            energy: beryllium.energy, window: beryllium.window,
            shares: SIMD3(survival, rest * averaged[1], rest * averaged[2]),
            charges: charges)
    }

    /// How much greater than the Standard Model's the rate may be at 90 %, one-sided, about a ratio of 1:
    /// 1.28 √(0.03² + 0.06²), the relative errors of the measured and of the predicted rate.
    public static let borexinoExcess = 1.2816 * (0.03 * 0.03 + 0.06 * 0.06).squareRoot()

    /// The masses the exchange is computed for [MeV]: beyond them couplings of the order of 1 would matter.
    public static let massRange = 1e-6...1e6

    /// The rate in the window relative to the Standard Model's; nil outside ``massRange``.
    /// - Parameters:
    ///   - mass: of the Z′.
    ///   - mixing: ε/g′.
    public func rate(at mass: Mass, mixingPerCoupling mixing: Double) -> RelativeRate? {
        guard Self.massRange.contains(mass.inMeV) else { return nil }
        let strength = Constants.elementaryCharge * mixing / (2 * 2.0.squareRoot() * Constants.fermi)
        var (standard, linear, quadratic) = (0.0, 0.0, 0.0)
        for family in LeptonFamily.allCases {
            let share = shares[family.rawValue]
            let weak = WeakElectronCouplings(of: family)
            let pure = WeakElectronCouplings(left: 1, right: 1)
            standard += share * integral { square(weak, weak, recoil: $0) }
            let interference = integral { 2 * square(weak, pure, recoil: $0) * exchange($0, mass) }
            linear += share * charges.charge(of: family) * interference
            let alone = integral { square(pure, pure, recoil: $0) * exchange($0, mass) * exchange($0, mass) }
            quadratic += share * charges.sumOfSquares(of: family) * alone
        }
        return RelativeRate(linear: linear * strength / standard, quadratic: quadratic * strength * strength / standard)
    }

    /// 1/(m² + 2m_eT).
    private func exchange(_ recoil: Double, _ mass: Mass) -> Double {
        1 / (mass.inMeV * mass.inMeV + 2 * Constants.electronMass * recoil)
    }

    /// The bilinear form whose diagonal is dσ/dT.
    private func square(_ a: WeakElectronCouplings, _ b: WeakElectronCouplings, recoil: Double) -> Double {
        let inelasticity = recoil / energy
        let flip = Constants.electronMass * inelasticity / energy
        let mixed = (a.left * b.right + a.right * b.left) / 2
        return a.left * b.left + a.right * b.right * (1 - inelasticity) * (1 - inelasticity) - mixed * flip
    }

    /// Over the window; the exchange is smooth in T there, for its lower end is well above 0.
    private func integral(_ integrand: (Double) -> Double) -> Double {
        let width = window.upperBound - window.lowerBound
        return width * Self.rule.integral { integrand(window.lowerBound + width * $0) }
    }

    private static let rule = GaussLegendre(count: 20)
}
