import ConstraintKit

/// N_eff(m, g′, ε) of many thermal histories, for bounds that have no time to integrate one.
///
/// Three grids: without mixing below 2m_e, where a Z′ can't decay to electrons; the same without what neutrinos make once
/// they are free, which is not trusted (``NeffModel/freezeIn``); and with mixing from 2m_e to 100 MeV. Above a grid's
/// largest coupling the Z′ is in equilibrium with neutrinos and nothing changes any more at a given ε; below its least,
/// nothing is left.
/// Cubic interpolation in the logarithms errs by 1e-4 in the median and by up to 0.006 where N_eff < 3.6, where Z′ barely
/// reach equilibrium, and 0.4 % above.
///
/// N_eff above 5 is to be shown as “> 5”: neutrinos held at T_γ by Z′ and electrons tend to 3 (11/4)^{4/3} = 11.56, and the
/// step at 2m_e is the model's.
public struct NeffTable: Sendable, Hashable {
    /// m < 2m_e, all Z′.
    public let light: NeffGrid
    /// m < 2m_e, only those made before neutrinos were free.
    public let early: NeffGrid
    /// m ≥ 2m_e.
    public let heavy: NeffGrid

    /// The masses the table answers for [MeV]. Below the light grid, down to 1 eV, N_eff no longer depends on the mass
    /// where muons made the Z′, and what else it gives is not trusted anyway.
    public static let masses = 1e-6...100.0

    /// The largest |ε|/g′ the table holds for: to there neutrinos, not electrons, decide the temperature of the Z′.
    public static let largestMixing = 1.0

    /// The table at one mass; nil outside ``masses``.
    public func slice(at mass: Mass) -> NeffSlice? {
        guard Self.masses.contains(mass.inMeV) else { return nil }
        let isHeavy = mass.inMeV >= heavy.masses.first
        let grid = isHeavy ? heavy : light
        let isTrusted = mass.inMeV >= NeffSlice.trustedMass
        return NeffSlice(
            mass: mass.inMeV, couplings: grid.couplings, mixings: grid.mixings, values: grid.plane(at: mass.inMeV),
            early: isTrusted ? nil : early.plane(at: mass.inMeV))
    }
}
