import RealModule

/// Energy that electrons and neutrinos exchange by the weak interaction, in relaxation form.
///
/// Escudero (1812.05605; 2001.04466): per flavour α, Maxwell–Boltzmann rates corrected by two numbers for
/// Fermi–Dirac statistics, dρ_α/dt = (4G_F²/π⁵)(g_L² + g_R²)_α [32 f_a (a(T_γ)T_γ⁹ − a(T_ν)T_ν⁹)
/// + 56 f_s s(T_γ) T_γ⁴T_ν⁴ (T_γ − T_ν)].
/// Here a and s, functions of m_e/T, are what the electron's mass leaves of annihilation and of scattering: without them
/// the Standard Model's N_eff would come out as 3.0486, with them as 3.0448.
struct WeakExchange: Sendable {
    /// g_L of ν_e, of ν_μ and ν_τ, and g_R of all, on electrons at low energy: 2001.04466.
    static let (electronLeft, otherLeft, right) = (0.727, -0.273, 0.233)
    /// f_a and f_s.
    static let (annihilation, scattering) = (0.884, 0.829)

    /// Σ_α (g_L² + g_R²)_α a and the same with s, of m_e/T.
    private let table: LogarithmicTable

    init() {
        let massless = ElectronMassEffect(massRatio: 0)
        table = LogarithmicTable(range: 2e-3...300, count: 160) { ratio in
            let effect = ElectronMassEffect(massRatio: ratio)
            var sum = SIMD2<Double>.zero
            for (left, flavours) in [(Self.electronLeft, 1.0), (Self.otherLeft, 2.0)] {
                let (square, mixed) = (left * left + Self.right * Self.right, left * Self.right)
                let annihilation = effect.annihilation(square, mixed) / massless.annihilation(square, mixed)
                let scattering = effect.scattering(square, mixed) / massless.scattering(square, mixed)
                sum += flavours * square * SIMD2(annihilation, scattering)
            }
            return .init(sum[0], sum[1], 0, 0, 0, 0, 0, 0)
        }
    }

    /// The power per volume that all three flavours receive [MeV⁵].
    /// - Parameters:
    ///   - photon: T_γ [MeV].
    ///   - neutrino: T_ν [MeV].
    @inline(__always)
    func power(photon: Double, neutrino: Double, logarithms: (photon: Double, neutrino: Double)) -> Double {
        let gain = table.at(logarithm: Self.logarithmOfMass - logarithms.photon).value
        let loss = table.at(logarithm: Self.logarithmOfMass - logarithms.neutrino).value
        let product = photon * neutrino
        let fourths = product * product * product * product
        let pairs = 32 * Self.annihilation * (gain[0] * Self.ninth(photon) - loss[0] * Self.ninth(neutrino))
        return Self.scale * (pairs + 56 * Self.scattering * gain[1] * fourths * (photon - neutrino))
    }

    @inline(__always)
    private static func ninth(_ x: Double) -> Double {
        let cube = x * x * x
        return cube * cube * cube
    }

    /// 4G_F²/π⁵.
    private static let scale = 4 * Constants.fermi * Constants.fermi / (.pi * .pi * .pi * .pi * .pi)
    private static let logarithmOfMass = Double.log(Constants.electronMass)
}
