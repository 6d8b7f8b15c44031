import Physics
import RealModule

/// The narrow-line solver at a spectrum that is no power law.
///
/// Fluxes are counted relative to a power law: only what the sources emit towards each line differs, and depends on where the
/// line lies. So the work of a spectral index is that of a mass here, a millisecond.
struct NarrowLineShape: ShapedAtIndex {
    let index: Double
    let sources: ShapedSources
    private let powerLaw: NarrowLineSpectrum

    /// - Parameters:
    ///   - spectrum: with its energies where neutrinos are made.
    ///   - index: by which it is named; γ where it has one.
    init(_ solver: NarrowLineSolver, _ spectrum: SourceSpectrum, index: Double) {
        self.index = index
        sources = ShapedSources(spectrum, solver.geometry)
        powerLaw = NarrowLineSpectrum(
            solver.geometry, index: sources.index, energyStep: solver.precision.energyStep)
    }

    var freeStates: SIMD3<Double> { powerLaw.geometry.freeStates }

    func changes(_ mediator: Mediator, bins: [EnergyBin]) -> [SIMD3<Double>] {
        let geometry = powerLaw.geometry
        guard geometry.lines.count > 0 else { return bins.map { _ in .zero } }
        let highest = geometry.logarithmOfHighestLine(mediator) - Double.log(FreeFlux.pivot)
        return withRates(mediator) { spectrum, rates in
            bins.map { bin in
                let change = spectrum.changeIntegral(
                    rates, from: highest - Double.log(bin.upper / FreeFlux.pivot),
                    to: highest - Double.log(bin.lower / FreeFlux.pivot), highest: highest, weight: 1)
                return SIMD3(change.x, change.y, change.z) * (FreeFlux.unit * FreeFlux.pivot)
            }
        }
    }

    func changes(_ mediator: Mediator, energies: [Double]) -> [SIMD3<Double>] {
        let geometry = powerLaw.geometry
        guard geometry.lines.count > 0 else { return energies.map { _ in .zero } }
        let highest = geometry.logarithmOfHighestLine(mediator)
        return withRates(mediator) { spectrum, rates in
            var changes = [SIMD3<Double>](repeating: .zero, count: energies.count)
            rates.eachArriving(energies, highest: highest, emitted: 0) { place, change in
                changes[place] =
                    SIMD3(change.x, change.y, change.z)
                    * FreeFlux.differential(index: spectrum.index, energy: energies[place])
            }
            return changes
        }
    }

    /// Lends the absorption rates of a mediator, and the spectrum they are of.
    private func withRates<Result>(
        _ mediator: Mediator, _ body: (NarrowLineSpectrum, AbsorptionRates) -> Result
    ) -> Result {
        let geometry = powerLaw.geometry
        let spectrum = NarrowLineSpectrum(
            powerLaw,
            source: sources.table(geometry.lines, highest: geometry.logarithmOfHighestLine(mediator)))
        return spectrum.withRates(mediator) { body(spectrum, $0) }
    }
}
