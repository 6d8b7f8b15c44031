import Physics

extension TransportSetting {
    /// The spectral indices that can be computed with: below 1 the energy of the sources diverges so fast that a resonance
    /// beyond every energy would matter; above 10 powers leave the range of numbers.
    public static let indices = 1.0...10.0

    /// The largest redshifts that can be computed with, where sources are spread and where all lie at one: nearer ones than that are in
    /// the Milky Way.
    public static func redshifts(of evolution: SourceEvolution) -> ClosedRange<Double> {
        evolution == .point ? 1e-6...100 : 1e-3...100
    }

    /// Refuses what is not a setting of a universe.
    /// - Throws: ``TransportError``
    func validate() throws(TransportError) {
        let redshifts = Self.redshifts(of: evolution)
        guard redshifts.contains(maximumRedshift) else {
            throw .redshiftOutOfRange(maximumRedshift, lower: redshifts.lowerBound, upper: redshifts.upperBound)
        }
        if case .table(let table) = evolution {
            guard table.maximumRedshift >= maximumRedshift else {
                throw .evolutionEndsEarly(table.maximumRedshift, maximumRedshift: maximumRedshift)
            }
        }
        let universe = cosmology
        let densities = [universe.matterDensity, universe.darkEnergyDensity]
        guard universe.hubbleConstant > 0, universe.hubbleConstant < .infinity, relicDensity >= 0,
            relicDensity / universe.hubbleConstant < 1e100, densities.allSatisfy({ $0 >= 0 && $0 < 1e6 }),
            densities.contains(where: { $0 > 0 })
        else { throw .cosmologyOutOfRange(universe, relicDensity: relicDensity) }
    }
}
