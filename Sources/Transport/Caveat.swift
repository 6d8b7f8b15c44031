/// What limits the meaning of a result, with the facts.
public enum Caveat: Sendable, Hashable {
    /// The line is not narrow: its wings move a ratio by about this, more than the tolerance.
    case finiteWidth(estimatedError: Double, tolerance: Double)
    /// The exchange in the t-channel is left out; its optical depth, averaged over the sources, is about this.
    case exchangeNeglected(coupling: Double, opticalDepth: Double)
    /// The coupling is so large that what is left out makes the result indicative only.
    case indicative(coupling: Double)
    /// The targets of a mass state (1, 2, 3) are not at rest at z_max: 3.15 T_ν(1+z_max)/m_j is this.
    case thermalMotion(state: Int, ratio: Double)
}
