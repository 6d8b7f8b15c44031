import Physics

extension TransportSetting {
    /// The optical depth today, 2n_0 σ/H_0, of the exchange of a Z′ in the t-channel at s ≫ m², which no solver has in: the
    /// mean over incoming states, all targets, ν and ν̄, (33) of Documentation/Transport.md.
    ///
    /// 1.46e6 g′⁴ (6.5 MeV/m)² for Lμ−Lτ and Majorana neutrinos; half of that for Dirac ones, of whose relics half are
    /// sterile. At s = m² it is 36 % of it.
    public func exchangeDepth(_ mediator: Mediator) -> Double {
        let squares = charges.sumOfSquares
        let mass = mediator.mass.inMeV * 1e6
        let amplitude = mediator.coupling.value * mediator.coupling.value / mass
        let section = amplitude * amplitude / (4 * Double.pi)
        let active = mediator.crossSection == .dirac ? 0.5 : 1
        let column = 2 * relicDensity / cosmology.expansionRate(scale: 1)
        return active * column * section * (squares * squares / 3)
    }
}
