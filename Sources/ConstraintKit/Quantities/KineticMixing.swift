/// The mixing ε of the Z′ with the photon.
public enum KineticMixing: Sendable, Hashable {
    /// ε = 0.
    case none
    /// What muon and tau loops give: ε = −(e g′/12π²) ln(m_τ²/m_μ²) ≈ −g′/69.3.
    case natural
    /// A given ε/g′.
    case ratio(Double)
    /// A given ε, whatever g′ is.
    case fixed(Double)
    /// What the same loops give at the momentum of each process: ε(q²), natural mixing at q² = 0.
    case running
}
