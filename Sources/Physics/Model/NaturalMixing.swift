import ConstraintKit
import RealModule

/// The kinetic mixing with the photon that muon and tau loops give.
public enum NaturalMixing {
    /// ε/g′ = −(e/12π²) ln(m_τ²/m_μ²) ≈ −1/69.3, e = √(4πα): at momenta far below the muon's mass.
    public static let perCoupling: Double = {
        let charge = (4 * .pi * Constants.fineStructure).squareRoot()
        return -charge / (12 * .pi * .pi) * 2 * Double.log(Constants.tauMass / Constants.muonMass)
    }()

    /// ε(q²)/g′ = −(e/2π²) ∫₀¹ dx x(1−x) ln |(m_τ² − x(1−x)q²)/(m_μ² − x(1−x)q²)|, the real part of the vacuum polarisation
    /// by muons less that by taus.
    /// - Parameter square: q² [MeV²], positive for a Z′ on its shell (m²), negative for one exchanged in the t-channel.
    public static func perCoupling(squaredMomentum square: Double) -> Double {
        guard square != 0 else { return perCoupling }
        let charge = (4 * .pi * Constants.fineStructure).squareRoot()
        let muon = LoopLogarithm.value(square / (Constants.muonMass * Constants.muonMass))
        let tau = LoopLogarithm.value(square / (Constants.tauMass * Constants.tauMass))
        return perCoupling + charge / (2 * .pi * .pi) * (muon - tau)
    }
}

/// ∫₀¹ dx x(1−x) ln |1 − x(1−x) r|, r = q²/m²: what a loop of a lepton of mass m adds beyond q² = 0.
enum LoopLogarithm {
    static func value(_ ratio: Double) -> Double {
        // The closed form loses its digits where the series does not: (1/6)(−r/5 − 3r²/140 − r³/315 − r⁴/1848 …).
        if abs(ratio) < 0.05 {
            let inner = 1.0 / 315 + ratio * (1.0 / 1848 + ratio / 10010)
            return -ratio / 6 * (0.2 + ratio * (3.0 / 140 + ratio * inner))
        }
        // With β² = 1 − 4/r: −5/18 − 2/3r + (β/6)(1 + 2/r) artanh-like logarithm.
        let constant = -5.0 / 18 - 2 / (3 * ratio)
        let shape = (1 + 2 / ratio) / 6
        let square = 1 - 4 / ratio
        if square < 0 {
            // Between the thresholds: 0 < r < 4.
            let root = (-square).squareRoot()
            return constant + shape * 2 * root * Double.atan(1 / root)
        }
        let root = square.squareRoot()
        return constant + shape * root * Double.log(abs((1 + root) / (1 - root)))
    }
}
