import Physics

extension TabulatedSpectrum {
    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        // Where the Z′ decays to charged leptons too, the spectrum is no longer a function of E/m².
        TabulatedFluxes(self, bins, otherwise: AnySpectrum(spectrum: self).projected(bins))
    }

    /// The slices in one, for a sum over the states.
    func projectedCells(_ states: SIMD4<Double>) -> [SIMD4<Double>] {
        slices[0].cells.indices.map { place in
            var sum = SIMD4<Double>.zero
            for node in slices.indices {
                let cell = slices[node].cells[place]
                let parts = SIMD4(
                    (cell.left * states).sum(), (cell.right * states).sum(), (cell.leftSlope * states).sum(),
                    (cell.rightSlope * states).sum())
                sum += parts * weights[node]
            }
            return sum
        }
    }

    /// The slices' tails in one.
    var tails: [SIMD4<Double>] {
        slices[0].tails.indices.map { place in
            slices.indices.reduce(SIMD4<Double>.zero) { $0 + slices[$1].tails[place] * weights[$1] }
        }
    }
}

/// A spectrum by its general ways alone.
private struct AnySpectrum: SpectrumAtIndex {
    let spectrum: any SpectrumAtIndex
    var index: Double { spectrum.index }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum.ratios(mediator, energies: energies)
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        try spectrum.integratedFluxes(mediator, bins: bins)
    }
}
