import ConstraintKit
import NumericalMethods
import Scenarios

extension BoundSet {
    /// The couplings that are left at each of many masses, in their order: by the union of the bounds, or by the most
    /// sensitive one where the scenario combines them so.
    public func allowedCouplings(at masses: [Mass]) -> [AllowedCouplings] {
        let row = MassRow(sorting: masses)
        for bound in bounds { bound.remember(along: row) }
        return Parallel.map(masses.count) { index in
            let union = { allowedCouplings(at: masses[index]) }
            guard scenario.combination == .mostSensitive else { return union() }
            return couplingsOfMostSensitive(at: masses[index])?.allowed ?? union()
        }
    }
}

extension Bound {
    /// What the bound says at masses, to all its digits; nil where it fails.
    /// - Parameter masses: rising.
    public func boundaries(at masses: MassRow) -> [Boundary?] { boundaries(along: masses).boundaries }
}
