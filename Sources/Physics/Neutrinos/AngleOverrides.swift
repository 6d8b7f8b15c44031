/// Some angles of the lepton mixing matrix, in place of those of a parameter set.
public struct AngleOverrides: Sendable, Hashable {
    /// θ_12, θ_13, θ_23, δ_CP [degrees]; nil: that of the set.
    public var theta12: Double?
    public var theta13: Double?
    public var theta23: Double?
    public var delta: Double?

    public init(theta12: Double? = nil, theta13: Double? = nil, theta23: Double? = nil, delta: Double? = nil) {
        self.theta12 = theta12
        self.theta13 = theta13
        self.theta23 = theta23
        self.delta = delta
    }

    /// [degrees] Every mixing matrix has angles in the first quadrant.
    public static let mixingAngles = 0.0...90.0
    /// [degrees]
    public static let phases = -360.0...360.0

    /// The angles of a set with these in their place.
    /// - Throws: ``MixingAngleError``
    public func applied(to angles: MixingAngles) throws(MixingAngleError) -> MixingAngles {
        MixingAngles(
            theta12: try Self.checked(theta12, "theta12", within: Self.mixingAngles) ?? angles.theta12,
            theta13: try Self.checked(theta13, "theta13", within: Self.mixingAngles) ?? angles.theta13,
            theta23: try Self.checked(theta23, "theta23", within: Self.mixingAngles) ?? angles.theta23,
            delta: try Self.checked(delta, "delta_cp", within: Self.phases) ?? angles.delta)
    }

    private static func checked(
        _ angle: Double?, _ name: String, within allowed: ClosedRange<Double>
    ) throws(MixingAngleError) -> Double? {
        guard let angle, !allowed.contains(angle) else { return angle }
        throw .outOfRange(name: name, degrees: angle, allowed: allowed)
    }
}

/// Why an angle can't be one of the mixing matrix.
public enum MixingAngleError: Error, Sendable, Hashable {
    case outOfRange(name: String, degrees: Double, allowed: ClosedRange<Double>)
}
