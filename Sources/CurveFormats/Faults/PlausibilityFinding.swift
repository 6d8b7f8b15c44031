/// Something in a curve that is more often a mistake than a result.
public enum PlausibilityFinding: Sendable, Hashable {
    /// Every coupling equals its mass: a column overwritten by another.
    case massEqualsCoupling(table: String)
    /// Every mass lies outside 1 keV to 1 TeV [MeV]: meV for MeV, say.
    case massesOutOfRange(lower: Double, upper: Double, table: String)
    /// Some masses lie outside 1 keV to 1 TeV [MeV].
    case someMassesOutOfRange(lower: Double, upper: Double, table: String)
    /// A confidence level below 10 %: a percentage of a percentage, perhaps.
    case lowConfidenceLevel(value: Double, table: String)
    /// Some couplings lie above √(4π), where no perturbation theory holds: columns in each other's place, perhaps.
    case largeCouplings(greatest: Double, table: String)
    /// Two neighbouring points are more than two decades apart [MeV].
    case wideStep(axis: CurveAxis, decades: Double, mass: Double, table: String)
    /// A digitised value that is not what its pixels and the calibration give: one of them was changed afterwards.
    case notAsCalibrated(pixels: Double, table: String)
    /// A closed line whose masses only rise or only fall: what it encloses lies between the points and a line that nobody
    /// drew.
    case neverTurnsBack(table: String)
    /// A closed line that crosses itself here [MeV]; what is inside is then a matter of the order of its points.
    case crossesItself(mass: Double, coupling: Double, table: String)
    /// A closed line within another of the same table: a hole in it, or an island of its own.
    case ringWithinRing(mass: Double, coupling: Double, table: String)
    /// The two edges of a band are the same line.
    case edgesAlike(table: String)
    /// The two edges of a band have no mass in common.
    case edgesApart(table: String)
    /// Masses [MeV] that by what the curve is called are rather GeV.
    case unitSuspected(lower: Double, upper: Double, called: String, table: String)

    /// Whether the curve is refused for it unless the user insists.
    public var isRefused: Bool {
        switch self {
        case .massEqualsCoupling, .massesOutOfRange, .lowConfidenceLevel, .notAsCalibrated, .neverTurnsBack,
            .crossesItself, .ringWithinRing, .edgesAlike, .edgesApart:
            true
        case .someMassesOutOfRange, .largeCouplings, .wideStep, .unitSuspected: false
        }
    }
}
