/// What a column of couplings may hold. Only g′ is taken without being told so.
public enum CurveQuantity: String, Sendable, Hashable, CaseIterable {
    /// g′
    case coupling
    /// g′²
    case couplingSquared = "coupling-squared"
    /// α′ = g′²/4π
    case alphaPrime = "alpha-prime"
    /// α′/α = g′²/e²
    case alphaRatio = "alpha-ratio"
    /// The kinetic mixing ε; becomes g′ by the ratio of the mixing.
    case epsilon
    /// ε²
    case epsilonSquared = "epsilon-squared"
}
