/// Σ|M|² of K⁺ → μ⁺ ν Z′ at a point of its Dalitz plot, in units of the kaon mass, without g′² and the form factor.
///
/// The normalisation is that of the two-body decay, M₀ = −ū_ν (p̸_μ+p̸_ν) P_L v_μ, Σ|M₀|² = m_μ²(1 − m_μ²).
/// Spin sums are done by hand; every trace has half of Dirac's, for there is one P_L.
struct KaonAmplitude {
    /// q², m_μ².
    let bosonMassSquared: Double
    let muonMassSquared: Double
    /// D_ν = (p_ν+q)², D_μ = (p_μ+q)² − m_μ².
    let neutrinoPropagator: Double
    let muonPropagator: Double
    /// a = p_μ·p_ν, b = p_μ·q, c = p_ν·q.
    private let a: Double
    private let b: Double
    private let c: Double

    init(plot: KaonDalitzPlot, neutrinoPropagator: Double, muonPropagator: Double) {
        bosonMassSquared = plot.bosonMassSquared
        muonMassSquared = plot.muonMassSquared
        self.neutrinoPropagator = neutrinoPropagator
        self.muonPropagator = muonPropagator
        a = (1 + bosonMassSquared - muonMassSquared - muonPropagator - neutrinoPropagator) / 2
        b = (muonPropagator - bosonMassSquared) / 2
        c = (neutrinoPropagator - bosonMassSquared) / 2
    }

    /// The conserved vector current.
    ///
    /// By the equations of motion the terms without a propagator cancel between the legs, and
    /// M = m_μ ū_ν P_R [J^α + q̸γ^α/D_μ − γ^αq̸/D_ν] v_μ ε_α, J = 2p_μ/D_μ − 2p_ν/D_ν,
    /// which vanishes for ε → q. So the polarisation sum is −g.
    var conservedCurrent: Double {
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

    /// The neutrino's current alone: M = ū_ν [ε̸ − m_μ ε̸ (p̸_ν+q̸)/D_ν] v_μ, with the polarisation sum −g + qq/q².
    var neutrinoOnly: Double {
        // ½Tr[p̸_ν γ^α x̸ γ^β] with the polarisation sum: 2 p_ν·x + 4 (p_ν·q)(x·q)/q².
        let w = bosonMassSquared
        let onMuon = 2 * a + 4 * c * b / w
        let onPropagator = 2 * c + 4 * c * (c + w) / w
        let weight = muonMassSquared / neutrinoPropagator
        let propagatorSquared = (2 * (a + b) * onPropagator - neutrinoPropagator * onMuon) / neutrinoPropagator
        return onMuon + 2 * weight * onPropagator + weight * propagatorSquared
    }
}
