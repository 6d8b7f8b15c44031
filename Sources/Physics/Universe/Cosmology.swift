/// A flat universe of matter and a cosmological constant.
public struct Cosmology: Sendable, Hashable {
    /// H_0 [eV].
    public var hubbleConstant: Double
    /// Ω_m.
    public var matterDensity: Double
    /// Ω_Λ.
    public var darkEnergyDensity: Double

    /// - Parameter hubbleConstant: H_0 [eV].
    public init(hubbleConstant: Double, matterDensity: Double, darkEnergyDensity: Double) {
        self.hubbleConstant = hubbleConstant
        self.matterDensity = matterDensity
        self.darkEnergyDensity = darkEnergyDensity
    }

    /// H = H_0 √(Ω_m (1+z)³ + Ω_Λ) [eV].
    /// - Parameter scale: 1 + z.
    @inlinable public func expansionRate(scale: Double) -> Double {
        hubbleConstant * (matterDensity * scale * scale * scale + darkEnergyDensity).squareRoot()
    }

    /// H_0 [eV] from km/s/Mpc.
    public static func hubbleConstant(kilometresPerSecondPerMegaparsec value: Double) -> Double {
        value / Constants.kilometresPerMegaparsec * Constants.reducedPlanck
    }
}
