import ConstraintKit

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

    /// Whether the curve is refused for it unless the user insists.
    public var isRefused: Bool {
        switch self {
        case .massEqualsCoupling, .massesOutOfRange, .lowConfidenceLevel, .notAsCalibrated: true
        case .someMassesOutOfRange, .largeCouplings, .wideStep: false
        }
    }
}

/// Looks for what is more often a mistake than a result.
/// - Parameters:
///   - knots: in the order in which they are joined.
///   - gapsAfter: indices of knots that are not joined to the next.
func plausibilityFindings(
    _ knots: [Curve.Knot], gapsAfter: Set<Int>, table: String
) -> [PlausibilityFinding] {
    var findings: [PlausibilityFinding] = []
    if knots.count > 1, knots.allSatisfy({ $0.mass == $0.coupling }) {
        findings.append(.massEqualsCoupling(table: table))
    }
    let masses = knots.map(\.mass)
    if let lower = masses.min(), let upper = masses.max() {
        // 1 keV and 1 TeV, in MeV.
        let ordinary = 1e-3...1e6
        if !ordinary.overlaps(lower...upper) {
            findings.append(.massesOutOfRange(lower: lower, upper: upper, table: table))
        } else if lower < ordinary.lowerBound || upper > ordinary.upperBound {
            findings.append(.someMassesOutOfRange(lower: lower, upper: upper, table: table))
        }
    }
    if let greatest = knots.map(\.coupling).max(), greatest * greatest > 4 * .pi {
        findings.append(.largeCouplings(greatest: greatest, table: table))
    }
    for (axis, value) in [(CurveAxis.mass, \Curve.Knot.mass), (.coupling, \.coupling)] {
        let steps = knots.indices.dropLast().filter { !gapsAfter.contains($0) }
            .map { (knot: $0, decades: abs(decadesBetween(knots[$0][keyPath: value], knots[$0 + 1][keyPath: value]))) }
        if let widest = steps.max(by: { $0.decades < $1.decades }), widest.decades > 2 {
            findings.append(
                .wideStep(axis: axis, decades: widest.decades, mass: knots[widest.knot].mass, table: table))
        }
    }
    return findings
}
