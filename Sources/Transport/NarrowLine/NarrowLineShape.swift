import Physics
import RealModule

/// The narrow-line solver at a spectrum that is no power law.
///
/// Fluxes are counted relative to a power law: only what the sources emit towards each line differs, and depends on where the
/// line lies. So the work of a spectral index is that of a mass here, a millisecond.
struct NarrowLineShape: SpectrumAtIndex {
    let index: Double
    private let sources: ShapedSources
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

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        zip(freeIntegrals(bins: bins), changes(mediator, bins: bins)).map {
            (powerLaw.geometry.freeStates * $0 + $1).orNothing
        }
    }

    /// What the mediator adds to ∫Φ_i dE of each bin, below zero where it takes away [cm⁻² s⁻¹ sr⁻¹].
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

    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        let geometry = powerLaw.geometry
        let free = freeFluxes(energies: energies)
        guard geometry.lines.count > 0 else { return free.map { geometry.freeStates * $0 } }
        let highest = geometry.logarithmOfHighestLine(mediator)
        return withRates(mediator) { spectrum, rates in
            zip(energies, free).map { energy, free in
                let epsilon = highest - Double.log(energy)
                guard epsilon >= 0 else { return geometry.freeStates * free }
                let change = rates.arriving(
                    epsilon, fraction: Double.exp(-epsilon), power: Double.exp(-spectrum.index * epsilon), emitted: 0,
                    spectrum)
                let unit = FreeFlux.differential(index: spectrum.index, energy: energy)
                return (geometry.freeStates * free + SIMD3(change.x, change.y, change.z) * unit).orNothing
            }
        }
    }

    /// Where nothing would arrive without interaction there is nothing to be a ratio to, and none is changed.
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        let fluxes = try fluxes(mediator, energies: energies)
        return zip(fluxes, freeFluxes(energies: energies)).map { flux, free in
            free > 0 ? flux / free : powerLaw.geometry.freeStates
        }
    }

    func freeFluxes(energies: [Double]) -> [Double] {
        energies.map { FreeFlux.differential(index: sources.index, energy: $0) * sources.freeRatio(Double.log($0)) }
    }

    func freeIntegrals(bins: [EnergyBin]) -> [Double] { bins.map(sources.freeIntegral) }

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
