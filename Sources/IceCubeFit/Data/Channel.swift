/// Which neutrino flavours an event sample sees.
public enum Channel: String, Sendable, Hashable, CaseIterable {
    /// Showers: ν_e and ν_τ, compared with (Φ_e + Φ_τ)/2.
    case cascades
    /// Tracks: ν_μ, compared with Φ_μ.
    case tracks
    /// All flavours together, compared with (Φ_e + Φ_μ + Φ_τ)/3.
    case allFlavours = "all-flavours"

    /// The flux per flavour that the channel measures.
    /// - Parameter flavours: the fluxes of ν_e, ν_μ and ν_τ, in any one unit.
    @inlinable public func flux(of flavours: SIMD3<Double>) -> Double {
        switch self {
        case .cascades: (flavours.x + flavours.z) / 2
        case .tracks: flavours.y
        case .allFlavours: (flavours.x + flavours.y + flavours.z) / 3
        }
    }
}
