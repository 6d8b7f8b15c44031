import ConstraintKit
import NumericalMethods
import RealModule

/// ν_μ N → ν_μ N μ⁺μ⁻ in the field of a nucleus, by equivalent photons, after Altmannshofer, Gori, Pospelov and Yavin
/// (1406.2332).
///
/// The Standard Model's amplitude is (G_F/√2) ν̄γ^α(1−γ₅)ν μ̄γ_α(C_V − C_Aγ₅)μ, C_V = ½ + 2 sin²θ_W, C_A = ½. A Z′ of
/// L_μ − L_τ adds g′² v²/(m² + Q²) to C_V, −Q² the square of the momentum that the neutrino loses, v² = 1/(√2 G_F):
/// its propagator stands here exactly, under the integral over Q².
///
/// σ = (α/π)(G_F² α/2π²) ∫dM²/M² ∫dQ² [F₂ Φ − F_L Φ_L], M² = Q² + W²,
/// with the photon's structure functions (``PhotonStructure``) and the nuclear flux (``Nucleus``). All that depends on
/// the Z′ is a weight under the sum over nodes, so that a mass costs a few thousand multiplications.
public struct NeutrinoTrident: Sendable {
    /// σ of the Standard Model for one unit of the target [MeV⁻²].
    public let standardCrossSection: Double
    /// σ with C_V = C_A = 1, the V−A theory without neutral currents [MeV⁻²].
    public let chargedCurrentCrossSection: Double

    /// The nodes' Q² [MeV²], and their part in σ/C_V² relative to the Standard Model's σ.
    private let squares: [Double]
    private let weights: [Double]

    /// The masses the integral resolves [MeV].
    public static let massRange = 1e-2...1e6

    /// - Parameters:
    ///   - energy: of the neutrinos [MeV], one for all.
    ///   - target: the nuclei of one unit of the target.
    public init(energy: Double, target: [Nucleus]) {
        let threshold = 4 * Constants.muonMass * Constants.muonMass
        let highest = target.map { $0.greatestSquaredMass(energy: energy) }.max() ?? 0
        let span = max(0, Double.log(highest / threshold))
        var (squares, vectors, axial) = ([Double](), [Double](), 0.0)
        for (u, outer) in zip(Self.outerRule.nodes, Self.outerRule.weights) {
            // ln M² in u², for the pair opens like a power of β.
            let squaredMass = threshold * Double.exp(span * u * u)
            let flux = Self.flux(of: target, squaredMass: squaredMass, energy: energy)
            // ln Q² falls from its upper end in (1−v)², which turns β at that end into a polynomial.
            let end = squaredMass - threshold
            let depth = Double.log(end / Self.leastSquare)
            guard depth > 0 else { continue }
            for (v, inner) in zip(Self.innerRule.nodes, Self.innerRule.weights) {
                let square = end * Double.exp(-depth * (1 - v) * (1 - v))
                let (x, rho) = (square / squaredMass, threshold / 4 / squaredMass)
                guard let structure = PhotonStructure(x: x, massRatio: rho) else { continue }
                let measure = outer * 2 * u * span * inner * 2 * (1 - v) * depth * square
                squares.append(square)
                vectors.append(measure * Self.contracted(structure.vector, flux))
                axial += measure * Self.contracted(structure.axial, flux)
            }
        }
        let vector = vectors.reduce(0, +)
        let (cv, ca) = (0.5 + 2 * Constants.sineSquaredWeakAngle, 0.5)
        let standard = cv * cv * vector + ca * ca * axial
        let coupling = Constants.fermi * Constants.fineStructure / .pi
        standardCrossSection = coupling * coupling / (2 * .pi) * standard
        chargedCurrentCrossSection = coupling * coupling / (2 * .pi) * (vector + axial)
        self.squares = squares
        weights = vectors.map { $0 / standard }
    }

    /// The rate relative to the Standard Model's; nil outside ``massRange``.
    public func rate(at mass: Mass) -> RelativeRate? {
        guard Self.massRange.contains(mass.inMeV) else { return nil }
        let squaredMass = mass.inMeV * mass.inMeV
        var (first, second) = (0.0, 0.0)
        for (square, weight) in zip(squares, weights) {
            let exchange = 1 / (squaredMass + square)
            first += weight * exchange
            second += weight * exchange * exchange
        }
        let vev = 1 / (2.0.squareRoot() * Constants.fermi)
        let cv = 0.5 + 2 * Constants.sineSquaredWeakAngle
        return RelativeRate(linear: 2 * cv * vev * first, quadratic: vev * vev * second)
    }

    private static func flux(
        of target: [Nucleus], squaredMass: Double, energy: Double
    ) -> (even: Double, longitudinal: Double) {
        var (even, longitudinal) = (0.0, 0.0)
        for nucleus in target {
            let photons = nucleus.photons(squaredMass: squaredMass, energy: energy)
            even += photons.even
            longitudinal += photons.longitudinal
        }
        return (even, longitudinal)
    }

    private static func contracted(
        _ structure: (second: Double, longitudinal: Double), _ flux: (even: Double, longitudinal: Double)
    ) -> Double {
        structure.second * flux.even - structure.longitudinal * flux.longitudinal
    }

    /// The least Q² under the integral [MeV²]: what lies below it is 1e-6 of the whole for the lightest Z′.
    private static let leastSquare = 1e-7
    private static let outerRule = GaussLegendre(count: 40)
    private static let innerRule = GaussLegendre(count: 64)
}
