/// Σ|M|² of a vector's decay W → μ ν Z′, in units of its mass, without g′² and the weak coupling.
///
/// The normalisation is that of the two-body decay, M₀ = ū_ν E̸ P_L v_μ, Σ|M₀|² = (1 − m_μ²)(2 + m_μ²). The W's
/// polarisation sum −g + PP makes two parts of each: the second is the decay of a scalar, for P̸ stands where E̸ did.
extension EmissionPoint {
    /// The conserved vector current: both polarisation sums of the Z′ are −g.
    var vectorConserved: Double {
        let (dn, dm, m2) = (neutrinoPropagator, muonPropagator, muonMassSquared)
        let neutrinoSquare = (2 * muonOnNeutrinoLine * c - dn * a) / (dn * dn)
        let muonSquare = (2 * (m2 + b) * neutrinoOnMuonLine - (dm + m2) * a) / (dm * dm)
        let lines = a + b + c + bosonMassSquared
        let mixed = 4 * a * lines / (dn * dm)
        let flipped = a / (dm * dm) - 2 * c / (dm * dn) - 4 * neutrinoOnMuonLine / (dm * dm)
        return 8 * (neutrinoSquare + muonSquare + mixed + m2 * flipped) + scalarConserved
    }

    /// The neutrino's current alone, with the polarisation sum −g + qq/q² of the Z′.
    var vectorNeutrinoOnly: Double {
        let dn = neutrinoPropagator
        let transverse = 8 * (2 * muonOnNeutrinoLine * c - dn * a) / (dn * dn)
        // The longitudinal Z′ takes the neutrino's propagator away: a two-body decay is left.
        let longitudinal = 4 * a / bosonMassSquared
        return transverse + longitudinal + scalar(.neutrinoOnly)
    }
}
