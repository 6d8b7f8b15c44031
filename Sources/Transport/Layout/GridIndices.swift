import NumericalMethods
import RealModule

/// Spectral indices side by side, four to a vector, and what the sweep needs of each: the absorption is the same for all,
/// and so is much of the time.
struct GridIndices: Sendable {
    typealias Lanes = SIMD4<Double>
    /// n = 0, 1, 2.
    typealias Moments = (Lanes, Lanes, Lanes)

    let indices: [Double]
    /// Four indices each; the last is filled up with copies.
    let groups: Int
    /// γ, group after group.
    let gammas: [Lanes]
    /// W and dW/du at the nodes in u: group after group, node after node.
    let sources: [Lanes]
    let sourceSlopes: [Lanes]

    init(_ indices: [Double], layout: GridLayout, sources: [SourceTable]) {
        self.indices = indices
        let groups = (indices.count + 3) / 4
        func lanes(_ group: Int, _ value: (Int) -> Double) -> Lanes {
            Lanes((4 * group..<4 * group + 4).map { value(min($0, indices.count - 1)) })
        }
        self.groups = groups
        gammas = (0..<groups).map { group in lanes(group) { indices[$0] } }
        let upper = layout.step * Double(layout.intervals)
        let places = (0...layout.intervals).map { min(layout.step * Double($0), upper) }
        self.sources = (0..<groups).flatMap { group in places.map { u in lanes(group) { sources[$0](u) } } }
        let near = 1e-5 * upper
        sourceSlopes = (0..<groups).flatMap { group in
            places.map { u in
                let (below, above) = (max(u - near, 0), min(u + near, upper))
                return lanes(group) { (sources[$0](above) - sources[$0](below)) / (above - below) }
            }
        }
    }

    /// How moments go from a level to the one Δ below, for one group.
    struct Moves {
        /// e^{−(γ+n)Δ}.
        var decay: Moments
        /// The same over half of it.
        var halfDecay: Moments
        /// The mean of e^{−(γ+n)x} over x from 0 to Δ: what is absorbed evenly in between.
        var own: Moments
        /// The same over half of it.
        var halfOwn: Moments

        init(_ gamma: Lanes, over width: Double) {
            let (half, single) = (exponential(-gamma * (width / 2)), Double.exp(-width / 2))
            halfDecay = (half, half * single, half * (single * single))
            decay = (
                halfDecay.0 * halfDecay.0, halfDecay.1 * halfDecay.1, halfDecay.2 * halfDecay.2
            )
            func mean(_ power: Lanes, _ decay: Lanes, _ width: Double) -> Lanes {
                let argument = power * width
                // 1 − e^{−x} cancels where x is small.
                let low = argument * (1.0 / 6) - 0.5
                let high = argument * (1.0 / 120) - 1.0 / 24
                let series = 1 + argument * (low + argument * argument * high)
                return ((1 - decay) / argument).replacing(with: series, where: argument .< 0.01)
            }
            func means(_ decay: Moments, _ width: Double) -> Moments {
                (
                    mean(gamma, decay.0, width), mean(gamma + 1, decay.1, width), mean(gamma + 2, decay.2, width)
                )
            }
            own = means(decay, width)
            halfOwn = means(halfDecay, width / 2)
        }
    }
}
