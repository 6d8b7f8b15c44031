/// The angles of the lepton mixing matrix in the PDG convention [degrees].
public struct LeptonMixing: Sendable, Hashable {
    public let theta12: Double
    public let theta13: Double
    public let theta23: Double
    /// δ_CP.
    public let delta: Double

    public init(theta12: Double, theta13: Double, theta23: Double, delta: Double) {
        self.theta12 = theta12
        self.theta13 = theta13
        self.theta23 = theta23
        self.delta = delta
    }
}
