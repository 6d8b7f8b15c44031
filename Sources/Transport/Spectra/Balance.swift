/// What all lines took out of the flux and what is missing from it at Earth: a check of a solution, not a result.
///
/// Comoving energies, in units of the highest line's, weighted with the free flux E^−γ; sums over the mass states.
public struct Balance: Sendable, Hashable {
    /// Σ_j ∫ R_j dN: neutrinos absorbed.
    public var absorbedNumber: Double
    /// What they carried.
    public var absorbedEnergy: Double
    /// ∫ (Σ_k Φ_k − Σ_k Φ_k^free) dE: two daughters for each absorbed neutrino leave as many more as were absorbed.
    public var addedNumber: Double
    /// ∫ E (Σ_k Φ_k − Σ_k Φ_k^free) dE: zero where the Z′ decays to neutrinos only.
    public var addedEnergy: Double
}
