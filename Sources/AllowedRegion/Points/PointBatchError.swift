/// Why many points can't be answered together.
public enum PointBatchError: Error, Sendable, Hashable {
    /// More bounds decide than a set of 64 bits holds.
    case tooManyDecidingBounds(Int)
    /// The scenario multiplies likelihoods, of which IceCube's is one, and that was left out.
    case likelihoodWithoutIceCube
    /// A mass to each coupling: the columns have not one length.
    case unequalColumns(masses: Int, couplings: Int)
    /// A variation of the scenario lets other bounds decide than the scenario itself.
    case otherBounds
    /// Whoever asked wants no more.
    case stopped
}
