import Physics
import RealModule

/// The grid solver at a spectrum that is no power law.
///
/// Fluxes are counted relative to a power law, the spectrum's hardest. Sources then emit in each step what that one would,
/// times φ(E)/E^−γ, which depends on E = y (1+z) alone, as the cross section does. Only what the mediator changes is
/// read from the cells; the free flux is a quadrature, so that without interaction no grid is felt.
struct GridShape: ArrivingSpectrum {
    let spectrum: SourceSpectrum
    let index: Double
    private let spectra: GridSpectra
    private let source: SourceTable
    private static let rule = Physics.GaussLegendre(count: 6)

    init(_ solver: GridSolver, _ spectrum: SourceSpectrum) {
        index = min(
            max(spectrum.referenceIndex, NarrowLineSolver.indices.lowerBound), NarrowLineSolver.indices.upperBound)
        self.spectrum = spectrum
        source = solver.geometry.source(index: index)
        spectra = GridSpectra(
            geometry: solver.geometry, layout: solver.layout,
            lanes: GridIndices([index], layout: solver.layout, sources: [source]))
    }

    func integratedFluxes(_ mediator: Mediator?, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        let free = bins.map { spectra.geometry.freeStates * freeIntegral($0) }
        guard let mediator, spectra.geometry.lines.count > 0, let lowest = bins.map(\.lower).min(),
            let highest = bins.map(\.upper).max()
        else { return free }
        let resonance = Resonance(mediator, spectra.geometry)
        func place(_ energy: Double) -> Double { Double.log(energy) - resonance.logarithmOfHighest }
        let range = place(lowest)...max(place(lowest), place(highest))
        let shape = { (x: Double) in relative(logarithm: x + resonance.logarithmOfHighest) }
        return spectra.swept(resonance, energies: range, shape: shape) { cells in
            zip(bins, free).map { bin, free in
                let places = place(bin.lower)...max(place(bin.lower), place(bin.upper))
                let change = cells.meanChange(lane: 0, index: index, over: places)
                return free + change * FreeFlux.integrated(index: index, bin: bin)
            }
        }
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
