/// The angles of the lepton mixing matrix in the PDG convention.
public struct MixingAngles: Sendable, Hashable {
    /// θ_12 [degrees].
    public var theta12: Double
    /// θ_13 [degrees].
    public var theta13: Double
    /// θ_23 [degrees].
    public var theta23: Double
    /// δ_CP [degrees].
    public var delta: Double

    public init(theta12: Double, theta13: Double, theta23: Double, delta: Double) {
        self.theta12 = theta12
        self.theta13 = theta13
        self.theta23 = theta23
        self.delta = delta
    }
}
