import ConstraintKit

/// The limits of all bounds of a scenario at a few masses.
public struct ExclusionTable: Sendable {
    public let scenario: Scenario
    public let masses: [Mass]
    public let rows: [Row]

    /// One bound, with what it says at each mass; nil where it failed.
    public struct Row: Sendable {
        public let bound: Bound
        public let boundaries: [Boundary?]
    }
}

/// Which couplings the deciding bounds leave at a mass.
public struct AllowedCouplings: Sendable {
    public let scenario: String
    public let mass: Mass
    /// The intervals that no deciding bound excludes; everything where none speaks, which ``isConstrained`` tells apart.
    public let allowed: [CouplingInterval]
    /// For each allowed interval, the bounds that set its lower and upper edge; nil where it has none.
    public let setBy: [(lower: Bound?, upper: Bound?)]
    /// Whether any deciding bound speaks at this mass.
    public let isConstrained: Bool
}
