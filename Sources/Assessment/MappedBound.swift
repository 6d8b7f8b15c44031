import ConstraintKit

/// A bound along the masses of a map.
public struct MappedBound: Sendable {
    public let bound: Bound
    /// nil where the bound failed.
    public let boundaries: [Boundary?]
    /// Why it failed, the first time.
    public let failure: BoundFailure?

    init(bound: Bound, along masses: MassRow) {
        self.bound = bound
        (boundaries, failure) = bound.boundaries(along: masses)
    }

    /// The masses at which it failed.
    public var failures: Int { boundaries.count { $0 == nil } }
}
