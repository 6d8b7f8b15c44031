/// The axes of the plane.
public enum CurveAxis: String, Sendable, Hashable {
    case mass
    case coupling
}
