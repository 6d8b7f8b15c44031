import ConstraintKit
import NumericalMethods

/// W → μ ν Z′, relative to W → μν.
public enum WDecay {
    /// The masses the leading term is used for [MeV].
    ///
    /// Against the full tree amplitude it is too large by 8 m²/M_W² at 1 GeV, relative, and by 11 % at 10 GeV (6 % in
    /// the coupling), where the limit has passed g′ = 2.
    public static let massRange = 1e-6...1e4

    /// The leading term of a Z′ radiated by the neutrino alone, after 1304.3460:
    /// Γ(W → μνZ′)/(g′² Γ(W → μν)) = 3 M_W²/(256π² m²); nil outside ``massRange``.
    ///
    /// A neutrino that couples without its muon is not gauge invariant: this is the longitudinal Z′, whose rate grows as
    /// 1/m². With the conserved current of L_μ − L_τ that growth is absent: ``conservedEmission(at:)``.
    public static func neutrinoEmission(at mass: Mass) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let ratio = Constants.wMass / mass.inMeV
        return 3 * ratio * ratio / (256 * .pi * .pi)
    }

    /// The masses the exact widths are computed for [MeV].
    public static let exactMassRange = 1e-2...(0.9 * Constants.wMass)

    /// Γ(W → μνZ′)/(g′² Γ(W → μν)) of the conserved current, exact in all masses; nil outside ``exactMassRange``.
    ///
    /// Real emission only, and positive; together with the virtual correction the W is wider by 3g′²/16π² of
    /// Γ(W → μν) alone, as the Z of each neutrino (``ZDecay/inclusive``): a measured width of the W, to which both
    /// belong, limits no coupling below 1.
    public static func conservedEmission(at mass: Mass) -> Double? { width(at: mass) { $0.vectorConserved } }

    /// The same of the neutrino's current alone, not only its leading term; nil outside ``exactMassRange``.
    public static func exactNeutrinoEmission(at mass: Mass) -> Double? { width(at: mass) { $0.vectorNeutrinoOnly } }

    /// R = ∫ds dt Σ|M|² / (16π² (1−m_μ²)² (2+m_μ²)), in units of M_W.
    private static func width(at mass: Mass, squared: (EmissionPoint) -> Double) -> Double? {
        guard exactMassRange.contains(mass.inMeV) else { return nil }
        let plot = EmissionPlot(mass: mass.inMeV, parent: Constants.wMass)
        let muon = plot.muonMassSquared
        let integral = plot.integral(energyRule, angleRule, squared: squared)
        return integral / (16 * .pi * .pi * (1 - muon) * (1 - muon) * (2 + muon))
    }

    private static let energyRule = GaussLegendre(count: 96)
    private static let angleRule = GaussLegendre(count: 48)
}
