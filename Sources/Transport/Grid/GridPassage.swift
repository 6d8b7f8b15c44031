/// From one level to the next, what all nodes share.
struct GridPassage {
    let moves: GridIndices.Moves
    /// What emission in u a unit absorbed evenly in between adds at the end.
    let own: GridIndices.Lanes
    /// The same halfway, of what is absorbed before, less half of `own`.
    let ownBulge: GridIndices.Lanes
    /// What `ownBulge` changes by where it comes from paths a whole interval lower.
    let lagBulge: GridIndices.Lanes
    /// How much lower, in intervals, the paths end whose daughters arrive at the end.
    let lag: Double
    /// Δ.
    let width: Double
    let free: SIMD4<Double>
    let shares: SIMD4<Double>
    /// Where paths start, and where they are halfway.
    let start: GridStencil
    let middle: GridStencil
}
