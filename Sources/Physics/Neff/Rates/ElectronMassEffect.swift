import RealModule

/// What the electron's mass leaves of the energy that neutrinos exchange with electrons.
///
/// For Boltzmann's statistics the rates are integrals over s alone, in units of T, with z = m_e/T:
/// - annihilation, of the pair's energy: ∫ ds s³ β [(g_L² + g_R²)(1 − z²/s) + 6 g_L g_R z²/s] K₂(√s), β = √(1 − 4z²/s);
/// - scattering, of the mean square of the energy exchanged, which gives the linear response to T_γ − T_ν:
///   ∫ ds (s − z²)⁴/s² σ_tr(s) K₂(√s), σ_tr = ∫ dσ (1 − cos θ) in the centre of mass, where the mean of ν and ν̄ has
///   |M|² ∝ (g_L² + g_R²)[(s − z²)² + (u − z²)²]/8 + g_L g_R z² t/2, and dσ/dΩ ∝ |M|²/s.
/// Only ratios to z = 0 are of use: the units are arbitrary.
struct ElectronMassEffect {
    private var annihilationSquare = 0.0
    private var annihilationMixed = 0.0
    private var scatteringSquare = 0.0
    private var scatteringMixed = 0.0

    /// - Parameter z: m_e/T.
    init(massRatio z: Double) {
        let square = z * z
        for (momentum, weight) in MomentumIntegral.nodes {
            let root = 2 * z + momentum
            let s = root * root
            let open = max(0, 1 - 4 * square / s).squareRoot()
            let pairs = weight * root * s * s * s * open * BesselK.value(order: 2, root)
            annihilationSquare += pairs * (1 - square / s)
            annihilationMixed += pairs * 6 * square / s
        }
        for (momentum, weight) in MomentumIntegral.nodes {
            let root = z + momentum
            let s = root * root
            let free = s - square
            // t = −τw with w = 1 − cos θ; ∫ dw w |M|² has moments of w up to the third.
            let tau = free * free / (2 * s)
            let collisions = weight * root * 4 * tau * tau / s * BesselK.value(order: 2, root)
            let moments = 4 * free * free - 16 / 3 * free * tau + 4 * tau * tau
            scatteringSquare += collisions * moments / 8
            scatteringMixed -= collisions * square * tau * 4 / 3
        }
    }

    /// - Parameters:
    ///   - square: g_L² + g_R².
    ///   - mixed: g_L g_R.
    func annihilation(_ square: Double, _ mixed: Double) -> Double {
        square * annihilationSquare + mixed * annihilationMixed
    }

    func scattering(_ square: Double, _ mixed: Double) -> Double {
        square * scatteringSquare + mixed * scatteringMixed
    }
}
