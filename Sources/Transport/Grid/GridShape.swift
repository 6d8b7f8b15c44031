import NumericalMethods
import Physics
import RealModule

/// The grid solver at a spectrum that is no power law.
///
/// Fluxes are counted relative to a power law, the spectrum's hardest. Sources then emit in each step what that one would,
/// times φ(E)/E^−γ, which depends on E = y (1+z) alone, as the cross section does. Only what the mediator changes is
/// read from the levels; the free flux is a quadrature, so that without interaction no grid is felt.
struct GridShape: ShapedAtIndex {
    /// By which it is named; γ where the spectrum has one.
    let index: Double
    let sources: ShapedSources
    private let spectra: GridSpectra

    /// - Parameter spectrum: with its energies where neutrinos are made.
    init(_ solver: GridSolver, _ spectrum: SourceSpectrum, index: Double) {
        self.index = index
        sources = ShapedSources(spectrum, solver.geometry)
        spectra = GridSpectra(
            geometry: solver.geometry, layout: solver.layout,
            lanes: GridIndices(
                [sources.index], layout: solver.layout, sources: [solver.geometry.source(index: sources.index)]))
    }

    var freeStates: SIMD3<Double> { spectra.geometry.freeStates }

    func changes(_ mediator: Mediator, bins: [EnergyBin]) -> [SIMD3<Double>] {
        guard spectra.geometry.lines.count > 0, let lowest = bins.map(\.lower).min(),
            let highest = bins.map(\.upper).max()
        else { return bins.map { _ in .zero } }
        return swept(mediator, energies: lowest...max(lowest, highest)) { arrival, place in
            bins.map { bin in
                let places = place(bin.lower)...max(place(bin.lower), place(bin.upper))
                return arrival.meanChange(0, over: places).lane(0) * FreeFlux.integrated(index: sources.index, bin: bin)
            }
        }
    }

    func changes(_ mediator: Mediator, energies: [Double]) -> [SIMD3<Double>] {
        guard spectra.geometry.lines.count > 0, let lowest = energies.min(), let highest = energies.max() else {
            return energies.map { _ in .zero }
        }
        return swept(mediator, energies: lowest...highest) { arrival, place in
            energies.map { energy in
                arrival.change(lane: 0, at: place(energy)) * FreeFlux.differential(index: sources.index, energy: energy)
            }
        }
    }

    /// Lends what arrives at Earth, and ξ of an energy [GeV].
    private func swept<Result>(
        _ mediator: Mediator, energies: ClosedRange<Double>, _ body: (GridArrival, (Double) -> Double) -> Result
    ) -> Result {
        let resonance = Resonance(mediator, spectra.geometry)
        func place(_ energy: Double) -> Double { Double.log(energy) - resonance.logarithmOfHighest }
        let lowest = place(energies.lowerBound)
        let shape = { (x: Double) in sources.relative(logarithm: x + resonance.logarithmOfHighest) }
        return spectra.swept(
            resonance, energies: lowest...max(lowest, place(energies.upperBound)), shape: shape
        ) { body($0, place) }
    }
}
