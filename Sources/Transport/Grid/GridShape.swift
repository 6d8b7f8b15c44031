import NumericalMethods
import Physics
import RealModule

/// The grid solver at a spectrum that is no power law.
///
/// Fluxes are counted relative to a power law, the spectrum's hardest. Sources then emit in each step what that one would,
/// times φ(E)/E^−γ, which depends on E = y (1+z) alone, as the cross section does. Only what the mediator changes is
/// read from the levels; the free flux is a quadrature, so that without interaction no grid is felt.
struct GridShape: SpectrumAtIndex {
    let spectrum: SourceSpectrum
    let index: Double
    private let spectra: GridSpectra
    private let source: SourceTable
    private let linesHaveWidth: Bool
    private static let rule = GaussLegendre(count: 6)

    init(_ solver: GridSolver, _ spectrum: SourceSpectrum, linesHaveWidth: Bool) {
        index = min(
            max(spectrum.referenceIndex, TransportSetting.indices.lowerBound), TransportSetting.indices.upperBound)
        self.spectrum = spectrum
        self.linesHaveWidth = linesHaveWidth
        source = solver.geometry.source(index: index)
        spectra = GridSpectra(
            geometry: solver.geometry, layout: solver.layout,
            lanes: GridIndices([index], layout: solver.layout, sources: [source]))
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        let free = freeIntegrals(bins: bins).map { spectra.geometry.freeStates * $0 }
        guard spectra.geometry.lines.count > 0, let lowest = bins.map(\.lower).min(),
            let highest = bins.map(\.upper).max()
        else { return free }
        return swept(mediator, energies: lowest...max(lowest, highest)) { arrival, place in
            zip(bins, free).map { bin, free in
                let places = place(bin.lower)...max(place(bin.lower), place(bin.upper))
                let change = arrival.meanChange(0, over: places).lane(0)
                return (free + change * FreeFlux.integrated(index: index, bin: bin)).orNothing
            }
        }
    }

    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        let free = freeFluxes(energies: energies).map { spectra.geometry.freeStates * $0 }
        guard spectra.geometry.lines.count > 0, let lowest = energies.min(), let highest = energies.max() else {
            return free
        }
        return swept(mediator, energies: lowest...highest) { arrival, place in
            zip(energies, free).map { energy, free in
                let change = arrival.change(lane: 0, at: place(energy))
                return (free + change * FreeFlux.differential(index: index, energy: energy)).orNothing
            }
        }
    }

    /// Where nothing would arrive without interaction there is nothing to be a ratio to, and none is changed.
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        let fluxes = try fluxes(mediator, energies: energies)
        return zip(fluxes, freeFluxes(energies: energies)).map { flux, free in
            free > 0 ? flux / free : spectra.geometry.freeStates
        }
    }

    func freeFluxes(energies: [Double]) -> [Double] {
        energies.map { FreeFlux.differential(index: index, energy: $0) * freeRatio(Double.log($0)) }
    }

    func freeIntegrals(bins: [EnergyBin]) -> [Double] { bins.map(freeIntegral) }

    /// Lends what arrives at Earth, and ξ of an energy [GeV].
    private func swept<Result>(
        _ mediator: Mediator, energies: ClosedRange<Double>, _ body: (GridArrival, (Double) -> Double) -> Result
    ) -> Result {
        let resonance = Resonance(mediator, spectra.geometry, hasWidth: linesHaveWidth)
        func place(_ energy: Double) -> Double { Double.log(energy) - resonance.logarithmOfHighest }
        let lowest = place(energies.lowerBound)
        let shape = { (x: Double) in relative(logarithm: x + resonance.logarithmOfHighest) }
        return spectra.swept(
            resonance, energies: lowest...max(lowest, place(energies.upperBound)), shape: shape
        ) { body($0, place) }
    }

    /// φ(E)/(E/100 TeV)^−γ at ln E.
    private func relative(logarithm: Double) -> Double {
        // Where no number can say what is emitted, nothing of interest is.
        guard abs(logarithm) < 600 else { return 0 }
        let value = spectrum.value(energy: Double.exp(logarithm))
        return value > 0 ? Double.exp(Double.log(value) + index * (logarithm - Double.log(FreeFlux.pivot))) : 0
    }

    /// ∫ dE of the free flux over a bin [cm⁻² s⁻¹ sr⁻¹].
    private func freeIntegral(_ bin: EnergyBin) -> Double {
        let (lower, upper) = (Double.log(bin.lower), Double.log(bin.upper))
        // Kinks of a table or a break cost 1e-5 at this width.
        let pieces = Int(((upper - lower) / 0.1).rounded(.up))
        let width = (upper - lower) / Double(pieces)
        var sum = 0.0
        for piece in 0..<pieces {
            sum += Self.rule.integral { t in
                let logarithm = lower + width * (Double(piece) + t)
                let flux = FreeFlux.differential(index: index, energy: Double.exp(logarithm))
                return width * Double.exp(logarithm) * flux * freeRatio(logarithm)
            }
        }
        return sum
    }

    /// The free flux over that of the power law: the mean of φ(E e^u)/(…)^−γ over the sources.
    private func freeRatio(_ logarithm: Double) -> Double {
        let upper = spectra.geometry.grid.upper
        let steps = 48
        let width = upper / Double(steps)
        var sum = source(upper) * relative(logarithm: logarithm + upper)
        for step in 0..<steps {
            let emitted = source(width * Double(step)) - source(width * Double(step + 1))
            if emitted > 0 { sum += emitted * relative(logarithm: logarithm + width * (Double(step) + 0.5)) }
        }
        return sum
    }
}
