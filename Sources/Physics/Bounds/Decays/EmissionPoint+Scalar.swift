/// Σ|M|² of a scalar's decay K → μ ν Z′, in units of the kaon mass, without g′² and the form factor.
///
/// The normalisation is that of the two-body decay, M₀ = −ū_ν (p̸_μ+p̸_ν) P_L v_μ, Σ|M₀|² = m_μ²(1 − m_μ²).
/// Spin sums are done by hand; every trace has half of Dirac's, for there is one P_L.
extension EmissionPoint {
    /// The conserved vector current.
    ///
    /// By the equations of motion the terms without a propagator cancel between the legs, and
    /// M = m_μ ū_ν P_R [J^α + q̸γ^α/D_μ − γ^αq̸/D_ν] v_μ ε_α, J = 2p_μ/D_μ − 2p_ν/D_ν,
    /// which vanishes for ε → q. So the polarisation sum is −g.
    var scalarConserved: Double {
        let (dm, dn) = (muonPropagator, neutrinoPropagator)
        let jSquared = 4 * muonMassSquared / (dm * dm) - 8 * a / (dm * dn)
        let jMuon = 2 * muonMassSquared / dm - 2 * a / dn
        let jNeutrino = 2 * a / dm
        let jBoson = 2 * b / dm - 2 * c / dn
        let soft = 2 * a * jSquared
        let interference =
            4 * (c * jMuon - b * jNeutrino + a * jBoson) / dm - 4 * (b * jNeutrino - c * jMuon + a * jBoson) / dn
        let hard =
            -4 * (2 * b * c - bosonMassSquared * a) * (1 / (dm * dm) + 1 / (dn * dn)) - 16 * b * c / (dm * dn)
        return -muonMassSquared * (soft + interference + hard)
    }

    /// Any charges, with the polarisation sum −g + qq/q² of a current that is not conserved.
    ///
    /// With k = p_ν+q, l = p_μ+q, and charges N of the neutrino, L and R of the muon, the equations of motion leave
    /// M = ū_ν {A ε̸ P_L + m_μ [(R/D_μ) l̸ε̸ − (N/D_ν) ε̸k̸] P_R} v_μ, A = N − L (1 + m_μ²/D_μ).
    /// For N = L = R the terms in 1/q² cancel, and ``scalarConserved`` is what they leave.
    func scalar(_ charges: MuonicCharges) -> Double {
        let (w, m2) = (bosonMassSquared, muonMassSquared)
        let onNeutrino = charges.neutrino / neutrinoPropagator
        let onMuon = charges.rightMuon / muonPropagator
        let direct = charges.neutrino - charges.leftMuon * (1 + m2 / muonPropagator)

        let interference = 2 * onNeutrino * throughNeutrinoLine + 12 * onMuon * neutrinoOnMuonLine
        let neutrinoSquare = 2 * muonOnNeutrinoLine * throughNeutrinoLine - neutrinoPropagator * throughMuon
        let muonSquare = 2 * neutrinoOnMuonLine * throughMuonLine - (muonPropagator + m2) * throughMuon
        let longitudinal = 2 * neutrinoPropagator * (muonPropagator * a - m2 * c) / w
        let mixed = 8 * muonOnNeutrinoLine * neutrinoOnMuonLine - longitudinal
        let flipped = onNeutrino * onNeutrino * neutrinoSquare + onMuon * onMuon * muonSquare
        let sum = flipped + 2 * onNeutrino * onMuon * mixed
        return direct * direct * throughMuon + m2 * (direct * interference + sum)
    }
}
