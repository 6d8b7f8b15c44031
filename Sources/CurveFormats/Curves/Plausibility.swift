import ConstraintKit

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
    for (axis, values) in [(CurveAxis.mass, masses), (.coupling, knots.map(\.coupling))] {
        let steps = knots.indices.dropLast().lazy.filter { !gapsAfter.contains($0) }
            .map { (knot: $0, decades: abs(decadesBetween(values[$0], values[$0 + 1]))) }
        if let widest = steps.max(by: { $0.decades < $1.decades }), widest.decades > 2 {
            findings.append(
                .wideStep(axis: axis, decades: widest.decades, mass: knots[widest.knot].mass, table: table))
        }
    }
    return findings
}

/// Refuses implausible curves unless the user insists; what is let through becomes warnings.
func accepted(_ findings: [PlausibilityFinding], insisting: Bool) throws(CurveFormatError) -> [CurveWarning] {
    let refused = findings.filter(\.isRefused)
    guard refused.isEmpty || insisting else { throw .implausible(refused) }
    return findings.map { .implausible($0) }
}
