/// The axes of the plane.
public enum CurveAxis: String, Sendable, Hashable, CaseIterable {
    case mass
    case coupling
}
