import ConstraintKit
import RealModule

/// What a Z′ loop adds to the muon's anomalous magnetic moment a_μ = (g − 2)/2.
///
/// Eq. (8) of de la Vega, Peinado and Wudka (2024):
/// Δa = (g′²/4π²) ∫₀¹ x²(1−x) r/(1 − x + x² r) dx, r = m_μ²/m².
/// It tends to g′²/8π² for a light and to g′² m_μ²/(12π² m²) for a heavy Z′.
public enum MuonGMinus2 {
    /// The masses the quadrature has been checked for [MeV]: far beyond either limit above.
    public static let massRange = 1e-6...1e9

    /// Δa of a Z′, a number.
    public static func anomaly(_ mass: Mass, _ coupling: Coupling) -> Double {
        coupling.value * coupling.value * anomalyPerSquaredCoupling(mass)
    }

    /// The coupling g′ that gives an anomaly; 0 where `anomaly` is not positive, which no coupling gives.
    public static func coupling(anomaly: Double, at mass: Mass) -> Double {
        anomaly > 0 ? (anomaly / anomalyPerSquaredCoupling(mass)).squareRoot() : 0
    }

    /// Δa/g′².
    ///
    /// The integrand has a layer at x ≈ √(1/r) where r is large and one at 1 − x ≈ r where it is small. In
    /// t = ln(x/(1−x)) both are as smooth as the rest: the nearest pole lies π/2 off the real axis, so the trapezoidal
    /// rule of step h errs by exp(−π²/h), below rounding for h = 1/4, at every mass. Both tails fall as exp(−|t|) or
    /// faster, once past the layers: 40 + ln of the larger of r and 1/r leaves nothing.
    public static func anomalyPerSquaredCoupling(_ mass: Mass) -> Double {
        let ratio = mass.inMeV / Constants.muonMass
        let inverseR = ratio * ratio
        let reach = Int((40 + abs(Double.log(inverseR))) / step)
        var sum = 0.0
        for index in -reach...reach {
            let t = Double(index) * step
            let x = 1 / (1 + Double.exp(-t))
            let rest = 1 / (1 + Double.exp(t))
            sum += x * x * rest / (inverseR * rest + x * x) * (x * rest)
        }
        return sum * step / (4 * .pi * .pi)
    }

    private static let step = 0.25
}
