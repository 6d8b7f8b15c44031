import ConstraintKit

/// A bound along the masses of a map.
public struct MappedBound: Sendable {
    public let bound: Bound
    /// nil where the bound failed.
    public let boundaries: [Boundary?]
    /// Why it failed, the first time.
    public let failure: BoundFailure?
    /// Where it can't tell, mass by mass; empty for a bound that always can.
    let undecided: [CouplingIntervals]

    init(bound: Bound, along masses: MassRow) {
        self.bound = bound
        (boundaries, failure) = bound.boundaries(along: masses)
        undecided =
            bound.digitsOfEdges == nil
            ? [] : masses.map { CouplingIntervals(union: bound.undecided(at: $0).map(\.couplings)) }
    }

    /// The masses at which it failed.
    public var failures: Int { boundaries.count { $0 == nil } }
}
