/// A ``MissingEnergySearch`` with the one number that theory does not give: its efficiency, fixed where a published limit
/// stands at one mass.
public struct AnchoredSearch: Sendable {
    public let search: MissingEnergySearch
    /// Particles on target of the published limit.
    public let exposure: Double
    /// Of the events that ``search`` counts, what is seen.
    public let efficiency: Double
    private let correction: ExactOverFlux?

    /// - Parameters:
    ///   - mass: where the limit is read [MeV].
    ///   - leptonCoupling: what it is there, as the lepton's coupling.
    ///   - events: the signal that it excludes: 2.303 without a background at 90 %.
    ///   - correction: what the exact amplitude gives over the flux of real photons, where that is no constant.
    init(
        _ search: MissingEnergySearch, exposure: Double, atMass mass: Double, leptonCoupling: Double, events: Double,
        correction: ExactOverFlux? = nil
    ) {
        self.search = search
        self.exposure = exposure
        self.correction = correction
        let bosons = search.yield(mass) * (correction?.ratio(at: mass) ?? 1)
        efficiency = events / (exposure * bosons * leptonCoupling * leptonCoupling)
    }

    /// Bosons with enough energy per particle on target, over g² of the lepton; the boson's mass in MeV.
    public func yield(_ mass: Double) -> Double { search.yield(mass) * (correction?.ratio(at: mass) ?? 1) }

    /// The least coupling of the lepton that is excluded, where a share of the bosons goes unseen.
    /// - Parameters:
    ///   - mass: of the boson [MeV].
    ///   - events: the signal that is excluded, from ``CountingLimit``.
    func leptonCoupling(mass: Double, events: Double, exposure: Double, unseen: Double) -> Double {
        (events / (exposure * efficiency * unseen * yield(mass))).squareRoot()
    }
}
