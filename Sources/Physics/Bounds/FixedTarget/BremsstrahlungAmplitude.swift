/// |M|² of ℓ(p) γ*(q) → ℓ(p′) V(k), summed and averaged over spins, without couplings.
enum BremsstrahlungAmplitude {
    /// Scalar products with the nucleus, and what the propagators hold [MeV²].
    struct Invariants {
        /// m_V², m_ℓ².
        var bosonMassSquared: Double
        var leptonMassSquared: Double
        /// s̃ = (p′+k)² − m_ℓ², ũ = (p−k)² − m_ℓ², t = −q².
        var s: Double
        var u: Double
        var t: Double
        /// P·p, P·p′, P² with P the sum of the nucleus's momenta before and after, so that P·q = 0.
        var before: Double
        var after: Double
        var nucleusSquared: Double
    }

    /// A = ½ Σ |ū(p′)[γ^α (p̸′+k̸+m) P̸/s̃ + P̸ (p̸−k̸+m) γ^α/ũ] u(p)|² with −g for the polarisations, for the current is
    /// conserved.
    ///
    /// By the equations of motion the bracket is J γ^α + γ^α q̸P̸/s̃ + q̸P̸γ^α/ũ with J = 2P·p/s̃ + 2P·p′/ũ, and so
    /// A = 2P²(s̃²+ũ²)/s̃ũ − (8t/s̃ũ)[(P·p)² + (P·p′)² + ½(m_V² + (p′−p)²)P²] − 2(m_V²+2m²)[J² − tP²(1/s̃+1/ũ)²],
    /// as in Liu and Miller, 1705.01633, in other signs.
    @inline(__always)
    static func squared(_ i: Invariants) -> Double {
        let product = i.s * i.u
        let momentumTransfer = i.bosonMassSquared - i.t - i.s - i.u
        let current = 2 * (i.before / i.s + i.after / i.u)
        let propagators = (i.s + i.u) / product
        let compton = 2 * i.nucleusSquared * (i.s * i.s + i.u * i.u) / product
        let half = 0.5 * (i.bosonMassSquared + momentumTransfer) * i.nucleusSquared
        let virtual = 8 * i.t / product * (i.before * i.before + i.after * i.after + half)
        let soft = current * current - i.t * i.nucleusSquared * propagators * propagators
        return compton - virtual - 2 * (i.bosonMassSquared + 2 * i.leptonMassSquared) * soft
    }

    /// What A is proportional to where the photon is real and the lepton fast, x = E_V/E:
    /// 2(2−2x+x²)/(1−x) + 4(m_V²+2m²)(ũx + m_V²(1−x) + m²x²)/ũ².
    @inline(__always)
    static func realPhoton(
        fraction x: Double, u: Double, bosonMassSquared: Double, leptonMassSquared: Double
    ) -> Double {
        let massless = 2 * (2 - 2 * x + x * x) / (1 - x)
        let shift = u * x + bosonMassSquared * (1 - x) + leptonMassSquared * x * x
        return massless + 4 * (bosonMassSquared + 2 * leptonMassSquared) * shift / (u * u)
    }
}
