import ConstraintKit
import NumericalMethods

/// K⁺ → μ⁺ ν Z′: the Z′ is radiated off the muon, the neutrino, or both.
///
/// Γ(K → μνZ′)/Γ(K → μν) = g′² R(m). The kaon's form factor cancels; R is a matter of kinematics alone.
public enum KaonDecay {
    /// From which leg, and how, the Z′ is radiated.
    public enum Emission: Sendable, Hashable, CaseIterable {
        /// The vector current of muons and left-handed neutrinos, as L_μ − L_τ has it. It is conserved, so R grows only
        /// with the logarithm of the mass as m → 0.
        case conservedCurrent
        /// The neutrino alone, as in 1304.3460. Not conserved: the longitudinal Z′ makes R ≈ (38.2 MeV/m)² for light Z′.
        case neutrinoOnly
    }

    /// The masses R is computed for [MeV]: up to where the decay closes, m_K − m_μ.
    ///
    /// Below 1e-3 MeV the conserved current's soft logarithm would need more nodes than ``energyRule`` has.
    public static let massRange = 1e-3...(Constants.chargedKaonMass - Constants.muonMass)

    /// R(m); nil outside ``massRange`` and where the phase space has shrunk below rounding.
    ///
    /// In units of m_K, with Dalitz variables s = (p_ν+q)² and t = (p_μ+q)² − m_μ²:
    /// R = ∫ds dt Σ|M|² / (16π² m_μ² (1−m_μ²)²), where the two-body decay has Σ|M₀|² = m_μ²(1 − m_μ²).
    /// Accurate to 2e-6 at 1e-3 MeV, 1e-8 above 0.3 MeV, against four hundred nodes by a hundred.
    public static func relativeWidth(at mass: Mass, _ emission: Emission) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let ratio = mass.inMeV / Constants.chargedKaonMass
        let dalitz = KaonDalitzPlot(bosonMassSquared: ratio * ratio, muonMassSquared: muonMassSquared)
        let integral = dalitz.integral(energyRule, angleRule) { amplitude in
            switch emission {
            case .conservedCurrent: amplitude.conservedCurrent
            case .neutrinoOnly: amplitude.neutrinoOnly
            }
        }
        let twoBody = muonMassSquared * (1 - muonMassSquared) * (1 - muonMassSquared)
        let width = integral / (16 * .pi * .pi * twoBody)
        return width > 0 ? width : nil
    }

    private static let muonMassSquared =
        (Constants.muonMass / Constants.chargedKaonMass) * (Constants.muonMass / Constants.chargedKaonMass)
    private static let energyRule = GaussLegendre(count: 48)
    private static let angleRule = GaussLegendre(count: 16)
}
