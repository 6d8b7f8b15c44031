/// How the statements of several bounds are made one.
public enum Combination: String, Sendable, Hashable, CaseIterable {
    /// A point is excluded where any bound excludes it, as figures show it. It has no confidence level of its own.
    case union
    /// The bound with the best expected reach at a mass decides alone.
    case mostSensitive = "most-sensitive"
    /// The product of approximate likelihoods, IceCube's among them, against its best fit.
    case likelihood
}
