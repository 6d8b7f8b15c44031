/// Something in a curve that is more often a mistake than a result.
public enum PlausibilityFinding: Sendable, Hashable {
    /// Every coupling equals its mass: a column overwritten by another.
    case massEqualsCoupling(table: String)
    /// Every mass lies outside 1 keV to 1 TeV [MeV]: meV for MeV, say.
    case massesOutOfRange(lower: Double, upper: Double, table: String)
    /// Some masses lie outside 1 keV to 1 TeV [MeV].
    case someMassesOutOfRange(lower: Double, upper: Double, table: String)
    /// Two neighbouring points are more than two decades apart [MeV].
    case wideStep(axis: CurveAxis, decades: Double, mass: Double, table: String)

    /// Whether the curve is refused for it unless the user insists.
    public var isRefused: Bool {
        switch self {
        case .massEqualsCoupling, .massesOutOfRange: true
        case .someMassesOutOfRange, .wideStep: false
        }
    }
}
