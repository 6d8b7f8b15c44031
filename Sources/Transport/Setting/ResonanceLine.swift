import Physics

/// Where neutrinos meet the resonance with the relic neutrinos of one mass state, today.
public struct ResonanceLine: Sendable, Hashable {
    /// Of the target: 1, 2, 3.
    public var state: Int
    /// E_j = m²/2m_j [GeV].
    public var energy: Double
    /// The energy at Earth of a neutrino absorbed at z_max, E_j/(1+z_max) [GeV]: the line is smeared down to it.
    public var lowestEnergy: Double
    /// 2 (Γ/m) E_j, from half to half of the maximum [GeV].
    public var width: Double
    /// 12π² κ |Q_ij|² n_0/H_0, for the incoming states i = 1, 2, 3.
    public var opticalDepths: SIMD3<Double>

    /// Just below and just above the energies at which the flux jumps where the line is narrow [GeV].
    public var edges: [Double] {
        [lowestEnergy, energy].flatMap { (energy: Double) -> [Double] in
            [energy * (1 - Self.hair), energy * (1 + Self.hair)]
        }
    }

    /// Far below what a figure shows, far above rounding.
    private static let hair = 1e-9
}

extension TransportSetting {
    /// The resonances of a mediator, in the order of the mass states; a massless state has none.
    public func resonanceLines(_ mediator: Mediator) -> [ResonanceLine] {
        let squares = charges.squaresInMassBasis(mixing)
        let relativeWidth = mediator.width(charges: charges) / mediator.mass.inMeV
        let depth =
            12 * Double.pi * Double.pi * mediator.strength * relicDensity / cosmology.expansionRate(scale: 1)
        return (0..<3).filter { masses.masses[$0] > 0 }.map { state in
            let energy = mediator.resonanceEnergy(neutrinoMass: masses.masses[state])
            return ResonanceLine(
                state: state + 1, energy: energy, lowestEnergy: energy / (1 + maximumRedshift),
                width: 2 * relativeWidth * energy,
                opticalDepths: SIMD3(squares[0][state], squares[1][state], squares[2][state]) * depth)
        }
    }
}
