/// How the neutrinos' transport is solved.
public enum SolverChoice: String, Sendable, Hashable, CaseIterable {
    /// Narrow lines where they are good to the tolerance, a grid in energy where they are not.
    case automatic = "auto"
    case narrowLine = "narrow-line"
    case grid
}
