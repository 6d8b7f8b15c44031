/// A point of the Dalitz plot of X → μ ν Z′, in units of the mass of X: its invariants.
struct EmissionPoint {
    /// w = q², m_μ².
    let bosonMassSquared: Double
    let muonMassSquared: Double
    /// D_ν = (p_ν+q)², D_μ = (p_μ+q)² − m_μ².
    let neutrinoPropagator: Double
    let muonPropagator: Double
    /// a = p_μ·p_ν, b = p_μ·q, c = p_ν·q.
    let a: Double
    let b: Double
    let c: Double

    init(plot: EmissionPlot, neutrinoPropagator: Double, muonPropagator: Double) {
        bosonMassSquared = plot.bosonMassSquared
        muonMassSquared = plot.muonMassSquared
        self.neutrinoPropagator = neutrinoPropagator
        self.muonPropagator = muonPropagator
        a = (1 + bosonMassSquared - muonMassSquared - muonPropagator - neutrinoPropagator) / 2
        b = (muonPropagator - bosonMassSquared) / 2
        c = (neutrinoPropagator - bosonMassSquared) / 2
    }

    /// p_ν·(p_μ+q) and p_μ·(p_ν+q).
    var neutrinoOnMuonLine: Double { a + c }
    var muonOnNeutrinoLine: Double { a + b }

    /// −½ Tr[p̸_ν γ^α x̸ γ^β] Σε_αε_β, with the polarisation sum −g + qq/w of a current that is not conserved:
    /// 2 p_ν·x + 4 (p_ν·q)(x·q)/w, for x = p_μ and x = p_ν + q.
    var throughMuon: Double { 2 * a + 4 * c * b / bosonMassSquared }
    var throughNeutrinoLine: Double { 2 * c + 4 * c * (c + bosonMassSquared) / bosonMassSquared }
    /// The same with p_μ for p_ν and x = p_μ + q.
    var throughMuonLine: Double {
        2 * (muonMassSquared + b) + 4 * b * (b + bosonMassSquared) / bosonMassSquared
    }
}
