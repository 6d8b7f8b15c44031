import ConstraintKit

extension Bound {
    /// The couplings that its document expected to exclude at a mass, by which it competes to be the most sensitive: from the
    /// first to the second; nil where it competes by what it observed.
    package func expectedReach(at mass: Mass) -> (from: Double, to: Double)? {
        guard !expectedRegions.isEmpty else { return nil }
        let reach = reach(at: mass, of: nil)
        return reach.isExpected ? reach.coupling.map { ($0, reach.end) } : nil
    }
}
