import NumericalMethods
import RealModule

/// A nucleus as a source of equivalent photons.
public struct Nucleus: Sendable, Hashable {
    /// Z.
    public let charge: Double
    /// The root mean square radius of its charge [fm].
    public let radius: Double
    /// How many of them a unit of the target has.
    public let count: Double

    public init(charge: Double, radius: Double, count: Double = 1) {
        self.charge = charge
        self.radius = radius
        self.count = count
    }

    /// Radii of Angeli and Marinova 2013 (At. Data Nucl. Data Tables 99, 69).
    public static let iron = Nucleus(charge: 26, radius: 3.738)
    public static let glass = [
        Nucleus(charge: 14, radius: 3.122), Nucleus(charge: 8, radius: 2.699, count: 2),
    ]

    /// Z² ∫dŝ/ŝ f(y) ∫dq²/q² F²(q), with ŝ = 2Eq above M² and y = M²/ŝ, for f = 1 − y + y²/2 and f = y²/2.
    ///
    /// The inner integral runs from q = ŝ/2E. With the order changed it is one in t = ln(q/q₀), q₀ = M²/2E:
    /// 2 ∫dt F²(q₀e^t) {t − (1 − e^−t) + (1 − e^−2t)/4} and 2 ∫dt F² (1 − e^−2t)/4.
    /// F = exp(−r²q²/6), the Gaussian of the radius r.
    /// - Parameters:
    ///   - squaredMass: M² [MeV²].
    ///   - energy: E of the neutrino [MeV].
    func photons(squaredMass: Double, energy: Double) -> (even: Double, longitudinal: Double) {
        let least = squaredMass / (2 * energy) * radius / Constants.reducedPlanckTimesLightSpeedInFemtometres
        let span = Double.log(Self.reach / least)
        guard span > 0 else { return (0, 0) }
        var (even, longitudinal) = (0.0, 0.0)
        for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
            let t = span * node
            let momentum = least * Double.exp(t)
            let formFactor = Double.exp(-momentum * momentum / 3)
            let quarter = -Double.expMinusOne(-2 * t) / 4
            even += weight * formFactor * (t + Double.expMinusOne(-t) + quarter)
            longitudinal += weight * formFactor * quarter
        }
        let scale = 2 * span * count * charge * charge
        return (even * scale, longitudinal * scale)
    }

    /// The greatest M² any photon of the nucleus reaches [MeV²].
    func greatestSquaredMass(energy: Double) -> Double {
        2 * energy * Self.reach * Constants.reducedPlanckTimesLightSpeedInFemtometres / radius
    }

    /// Where F² has fallen to exp(−33), in units of 1/r.
    private static let reach = 10.0
    private static let rule = GaussLegendre(count: 32)
}
