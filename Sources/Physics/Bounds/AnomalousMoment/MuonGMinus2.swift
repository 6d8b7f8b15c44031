import ConstraintKit

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
    public static func anomalyPerSquaredCoupling(_ mass: Mass) -> Double {
        VectorLoop.anomalyPerSquaredCoupling(mass, leptonMass: Constants.muonMass)
    }
}
