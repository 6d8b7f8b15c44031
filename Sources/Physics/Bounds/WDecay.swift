import ConstraintKit

/// W → μ ν Z′ with the Z′ radiated by the neutrino alone, after 1304.3460.
///
/// A neutrino that couples without its muon is not gauge invariant: what is computed is the longitudinal Z′, whose rate
/// grows as 1/m². With the conserved current of L_μ − L_τ that growth is absent and the bound is no better than g′ ≈ 0.3.
public enum WDecay {
    /// The masses the leading term is used for [MeV].
    ///
    /// Against the full tree amplitude it is too large by 8 m²/M_W² at 1 GeV, relative, and by 11 % at 10 GeV (6 % in
    /// the coupling), where the limit has passed g′ = 2.
    public static let massRange = 1e-6...1e4

    /// Γ(W → μνZ′)/(g′² Γ(W → μν)) = 3 M_W²/(256π² m²); nil outside ``massRange``.
    public static func neutrinoEmission(at mass: Mass) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let ratio = Constants.wMass / mass.inMeV
        return 3 * ratio * ratio / (256 * .pi * .pi)
    }
}
