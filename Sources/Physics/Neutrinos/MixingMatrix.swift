import ComplexModule
import RealModule

/// The unitary matrix U_αi that takes mass states to flavours, ν_α = Σ_i U_αi ν_i.
public struct MixingMatrix: Sendable, Hashable {
    /// Rows e, μ, τ; columns 1, 2, 3.
    public let elements: [[Complex<Double>]]

    /// U = R_23(θ_23) R_13(θ_13, δ) R_12(θ_12), PDG review "Neutrino masses, mixing, and oscillations", eq. (14.6).
    /// Majorana phases drop out of everything computed here.
    public init(_ angles: MixingAngles) {
        let radian = Double.pi / 180
        let (s12, c12) = (Double.sin(angles.theta12 * radian), Double.cos(angles.theta12 * radian))
        let (s13, c13) = (Double.sin(angles.theta13 * radian), Double.cos(angles.theta13 * radian))
        let (s23, c23) = (Double.sin(angles.theta23 * radian), Double.cos(angles.theta23 * radian))
        let phase = Complex<Double>(Double.cos(angles.delta * radian), Double.sin(angles.delta * radian))
        func real(_ x: Double) -> Complex<Double> { Complex(x, 0) }
        elements = [
            [real(c12 * c13), real(s12 * c13), real(s13) * phase.conjugate],
            [
                real(-s12 * c23) - real(c12 * s23 * s13) * phase,
                real(c12 * c23) - real(s12 * s23 * s13) * phase, real(s23 * c13),
            ],
            [
                real(s12 * s23) - real(c12 * c23 * s13) * phase,
                real(-c12 * s23) - real(s12 * c23 * s13) * phase, real(c23 * c13),
            ],
        ]
    }

    /// |U_αi|² for i = 1, 2, 3.
    /// - Parameter flavour: 0, 1, 2 for e, μ, τ.
    public func probabilities(flavour: Int) -> SIMD3<Double> {
        let row = elements[flavour]
        return [row[0].lengthSquared, row[1].lengthSquared, row[2].lengthSquared]
    }

    /// Σ_i |U_αi|² Φ_i for e, μ, τ: what arrives after many oscillation lengths.
    /// - Parameter states: the fluxes Φ_i of the mass states 1, 2, 3, in any unit.
    public func flavours(of states: SIMD3<Double>) -> SIMD3<Double> {
        [
            (probabilities(flavour: 0) * states).sum(), (probabilities(flavour: 1) * states).sum(),
            (probabilities(flavour: 2) * states).sum(),
        ]
    }
}
