import ConstraintKit
import NumericalMethods

extension BoundSet {
    /// What each bound says along a row of masses.
    public func mapped(along masses: MassRow) -> [MappedBound] {
        Parallel.map(bounds.count) { MappedBound(bound: bounds[$0], along: masses) }
    }
}
