import ConstraintKit

/// What a Z′ loop adds to the electron's anomalous magnetic moment through kinetic mixing.
///
/// The electron carries no charge of L_μ − L_τ; mixing gives it the vector coupling e ε, and the loop is the muon's with
/// m_e for m_μ.
public enum ElectronGMinus2 {
    /// The masses the quadrature is used for [MeV].
    public static let massRange = MuonGMinus2.massRange

    /// Δa/g′² for a mixing ε/g′.
    public static func anomalyPerSquaredCoupling(_ mass: Mass, mixingPerCoupling: Double) -> Double {
        let coupling = Constants.elementaryCharge * mixingPerCoupling
        return coupling * coupling * VectorLoop.anomalyPerSquaredCoupling(mass, leptonMass: Constants.electronMass)
    }

    /// The measurement of 2209.13084 against the prediction with α from rubidium (Nature 588 (2020) 61).
    public static let rubidium = AnomalyMeasurement(difference: 3.4e-13, sigma: 1.6e-13)

    /// The same with α from caesium (Science 360 (2018) 191): no Z′ of this kind explains it, and none can be limited by it.
    /// The two values of α disagree by 5σ.
    public static let caesium = AnomalyMeasurement(difference: -10.2e-13, sigma: 2.6e-13)
}
