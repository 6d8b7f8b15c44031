import RealModule

/// The structure functions of a photon made of a muon pair, in units of α/π, for a current ψ̄γ^α(V or A)ψ of the muons.
///
/// x = Q²/(Q² + W²), ρ = m_μ²/(Q² + W²), W the mass of the pair. They are those of γ*γ → μμ: the vector ones are the
/// well-known Bethe–Heitler formula; the axial ones differ by terms of m_μ², since that current is not conserved.
struct PhotonStructure {
    /// F₂ and F_L = F₂ − 2xF₁ of two vector currents.
    let vector: (second: Double, longitudinal: Double)
    /// The same of two axial currents.
    let axial: (second: Double, longitudinal: Double)

    /// With β = √(1 − 4m_μ²/W²) and L = ln((1+β)/(1−β)):
    /// F₂ = x {[x² + (1−x)² + 4ρ(1−3x) − 8ρ²] L + β [8x(1−x) − 1 − 4ρ(1−x)]},
    /// F_L = 4x² [(1−x) β − 2ρ L], and for axial currents
    /// F₂ + 4ρL, F_L + 4ρL [1 + 2x(1−x) − 4xρ] − 8xρ(1−x) β.
    /// Nil below the threshold of the pair.
    init?(x: Double, massRatio rho: Double) {
        let rest = 1 - x
        let betaSquared = 1 - 4 * rho / rest
        guard betaSquared > 0 else { return nil }
        let beta = betaSquared.squareRoot()
        // (1−β) as (1−β²)/(1+β), which does not cancel for a fast pair.
        let logarithm = Double.log((1 + beta) * (1 + beta) * rest / (4 * rho))

        let splitting = x * x + rest * rest + 4 * rho * (1 - 3 * x) - 8 * rho * rho
        let hard = 8 * x * rest - 1 - 4 * rho * rest
        let second = x * (splitting * logarithm + beta * hard)
        let longitudinal = 4 * x * x * (rest * beta - 2 * rho * logarithm)
        vector = (second, longitudinal)

        let flip = 4 * rho * logarithm
        let extra = flip * (1 + 2 * x * rest - 4 * x * rho) - 8 * x * rho * rest * beta
        axial = (second + flip, longitudinal + extra)
    }
}
