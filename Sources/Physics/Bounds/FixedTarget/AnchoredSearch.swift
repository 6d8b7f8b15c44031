/// A ``MissingEnergySearch`` with the one number that theory does not give: its efficiency, fixed where a published limit
/// stands at one mass.
public struct AnchoredSearch: Sendable {
    public let search: MissingEnergySearch
    /// Particles on target of the published limit.
    public let exposure: Double
    /// Of the events that ``search`` counts, what is seen.
    public let efficiency: Double
    private let table: YieldTable

    /// - Parameters:
    ///   - table: what the search yields, by the amplitude that matters.
    ///   - mass: where the limit is read [MeV].
    ///   - leptonCoupling: what it is there, as the lepton's coupling.
    ///   - events: the signal that it excludes: 2.303 without a background at 90 %.
    init(
        _ search: MissingEnergySearch, _ table: YieldTable, exposure: Double, atMass mass: Double,
        leptonCoupling: Double, events: Double
    ) {
        self.search = search
        self.table = table
        self.exposure = exposure
        efficiency = events / (exposure * table.yield(mass) * leptonCoupling * leptonCoupling)
    }

    /// Bosons with enough energy per particle on target, over g² of the lepton; the boson's mass in MeV.
    public func yield(_ mass: Double) -> Double { table.yield(mass) }

    /// The least coupling of the lepton that is excluded, where a share of the bosons goes unseen.
    /// - Parameters:
    ///   - mass: of the boson [MeV].
    ///   - events: the signal that is excluded, from ``CountingLimit``.
    func leptonCoupling(mass: Double, events: Double, exposure: Double, unseen: Double) -> Double {
        (events / (exposure * efficiency * unseen * yield(mass))).squareRoot()
    }
}
