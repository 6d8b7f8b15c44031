import ConstraintKit
import RealModule

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

    /// The angles whose sin² global fits quote.
    /// - Parameters:
    ///   - sineSquared12: sin²θ_12, from 0 to 1; the others alike.
    ///   - delta: δ_CP [degrees].
    public init(sineSquared12: Double, sineSquared13: Double, sineSquared23: Double, delta: Double) {
        func degrees(_ square: Double) -> Double { Double.asin(square.squareRoot()) * 180 / .pi }
        self.init(
            theta12: degrees(sineSquared12), theta13: degrees(sineSquared13), theta23: degrees(sineSquared23),
            delta: delta)
    }
}

extension LeptonMixing {
    /// The same angles, as bounds are handed them.
    public init(_ angles: MixingAngles) {
        self.init(theta12: angles.theta12, theta13: angles.theta13, theta23: angles.theta23, delta: angles.delta)
    }
}
