/// What a scenario lays down for all bounds alike. Fields are only ever added.
public struct Conventions: Sendable, Hashable {
    /// The mixing of the Z′ with the photon that the scenario grants.
    public var kineticMixing: KineticMixing
    /// The normalisation of neutrino scattering through the Z′.
    public var crossSection: CrossSection
    /// The confidence level [0–1] of bounds that are computed from a measured value; nil: each at its own.
    public var confidenceLevel: Double?
    /// The named set of cosmological and oscillation parameters.
    public var parameterSet: String
    /// The largest effective number of neutrinos that is granted; nil: that of each bound.
    public var greatestNeff: Double?
    /// What the leptons have of the new force.
    public var charges = LeptonCharges.muonMinusTau
    /// How the neutrinos mix; nil: with the angles of ``parameterSet``, normal ordering.
    public var leptonMixing: LeptonMixing?

    public init(
        kineticMixing: KineticMixing = .none, crossSection: CrossSection = .paper, confidenceLevel: Double? = nil,
        parameterSet: String = "nusiprop"
    ) {
        self.kineticMixing = kineticMixing
        self.crossSection = crossSection
        self.confidenceLevel = confidenceLevel
        self.parameterSet = parameterSet
    }
}

/// The normalisation C in σ_ij(s) = C g′⁴ |Q_ij|² s / ((s−m²)² + m²Γ²), the sum over all final states.
public enum CrossSection: String, Sendable, Hashable, CaseIterable {
    /// C = 2/(3π), as printed in eq. (2) of the paper: four times what saturates unitarity.
    case paper
    /// C = 1/(6π): tree level, at the unitarity bound on the peak; relic targets of the right helicity.
    case majorana
    /// C = 1/(12π): averaged over the helicity of a target at rest.
    case dirac
}
