import ConstraintKit
import NumericalMethods
import RealModule

/// What a Z′ coupled to neutrinos adds to the invisible width of the Z boson.
public enum ZDecay {
    /// The masses ``realEmission(at:)`` is computed for [MeV]. Beyond 0.9 M_Z its terms cancel to less than ten digits,
    /// and the couplings it would limit are no couplings of perturbation theory.
    public static let massRange = 1e-6...(0.9 * Constants.zMass)

    /// Γ(Z → ν_ℓ ν̄_ℓ Z′)/(g′² Γ(Z → ν_ℓ ν̄_ℓ)) for one flavour of charge ±1; nil outside ``massRange``.
    ///
    /// The integral of the spectrum of a massive vector radiated by massless fermions (Webber, hep-ph/9408222)
    /// over its phase space, x = m²/M_Z²:
    /// (1/8π²) {(1+x)² [ln²x − 4 ln x ln(1+x) − 4 Li₂(−x) − π²/3] + (3 + 4x + 3x²) ln x + 5(1 − x²)}.
    /// For a light Z′ it is (1/8π²)[ln²x + 3 ln x + 5 − π²/3], as 1304.3460 has it.
    ///
    /// Real emission only. The virtual correction cancels its logarithms, and a measurement that sees neither the Z′ nor
    /// the neutrinos measures the sum: ``inclusive``.
    public static func realEmission(at mass: Mass) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let ratio = mass.inMeV / Constants.zMass
        let x = ratio * ratio
        let logarithm = Double.log(x)
        let squares = logarithm * (logarithm - 4 * Double.log(onePlus: x))
        let bracket = squares + 4 * logarithmicIntegral(x) - .pi * .pi / 3
        let sum = (1 + x) * (1 + x) * bracket + (3 + x * (4 + 3 * x)) * logarithm + 5 * (1 - x * x)
        return sum / (8 * .pi * .pi)
    }

    /// The vertex correction to Γ(Z → ν_ℓ ν̄_ℓ) by a Z′ of charge ±1, δΓ/(g′² Γ), negative; nil outside ``massRange``.
    ///
    /// 2 Re of the form factor of massless fermions that exchange a massive vector (Hollik, Fortschr. Phys. 38 (1990)
    /// 165, Λ₂), wave functions included, with x = m²/M_Z²:
    /// (1/8π²) {(1+x)² [2 ln x ln(1+x) − ln²x + π²/3 + 2 Li₂(−x)] − (3 + 2x) ln x − 7/2 − 2x}.
    public static func virtualCorrection(at mass: Mass) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let ratio = mass.inMeV / Constants.zMass
        let x = ratio * ratio
        let logarithm = Double.log(x)
        let squares = logarithm * (2 * Double.log(onePlus: x) - logarithm)
        let bracket = squares + .pi * .pi / 3 - 2 * logarithmicIntegral(x)
        let sum = (1 + x) * (1 + x) * bracket - (3 + 2 * x) * logarithm - 3.5 - 2 * x
        return sum / (8 * .pi * .pi)
    }

    /// δΓ/(g′² Γ) for one flavour, real and virtual together, for a Z′ much lighter than the Z: 3/16π².
    ///
    /// Holds in ``inclusiveMassRange``. It is QED's 3α/4π with α = g′²/4π. All logarithms of the mass have cancelled
    /// (Kinoshita, Lee, Nauenberg), and so has the first power of x: the next factor is 1 − x².
    public static let inclusive = 3 / (16 * Double.pi * .pi)

    /// The masses ``inclusive`` is used for [MeV].
    public static let inclusiveMassRange = 1e-6...3e3

    /// −Li₂(−x) = ∫₀¹ ln(1 + xt)/t dt for 0 ≤ x ≤ 1, smooth in t, so that few nodes do.
    private static func logarithmicIntegral(_ x: Double) -> Double {
        rule.integral { Double.log(onePlus: x * $0) / $0 }
    }

    private static let rule = GaussLegendre(count: 16)
}
