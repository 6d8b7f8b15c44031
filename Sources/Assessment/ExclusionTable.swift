import ConstraintKit
import Scenarios

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
