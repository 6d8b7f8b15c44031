import ConstraintKit

extension BoundSet {
    /// What each bound says along a row of masses.
    public func mapped(along masses: MassRow) -> [MappedBound] {
        bounds.map { MappedBound(bound: $0, along: masses) }
    }
}
