import Physics
import RealModule

extension GridSpectrum {
    /// Absorbed and arriving neutrinos of a mediator; energies in units of the highest line's.
    public func balance(_ mediator: Mediator) -> Balance {
        guard spectra.geometry.lines.count > 0 else {
            return Balance(absorbedNumber: 0, absorbedEnergy: 0, addedNumber: 0, addedEnergy: 0)
        }
        let resonance = Resonance(mediator, spectra.geometry)
        // e^−25 of what is at the lines lies lower.
        let lowest = -25 - (spectra.geometry.lines.distances.last ?? 0) - spectra.geometry.grid.upper
        return spectra.swept(resonance, energies: lowest...0) { cells in
            Balance(
                absorbedNumber: cells.sum(weight: 1 - index) { cells.absorbed(cell: $0) },
                absorbedEnergy: cells.sum(weight: 2 - index) { cells.absorbed(cell: $0) },
                addedNumber: cells.sum(weight: 1 - index) { cells.ratio(cell: $0, lane: 0).sum() - 3 },
                addedEnergy: cells.sum(weight: 2 - index) { cells.ratio(cell: $0, lane: 0).sum() - 3 })
        }
    }
}

extension GridCells {
    /// What a cell lost to absorption on its way, relative to its free flux, at the first spectral index.
    fileprivate func absorbed(cell: Int) -> Double { sweep.absorbed[cell * sweep.indices.groups][0] }

    /// Σ ∫ e^{weight x} dx over the cells.
    fileprivate func sum(weight: Double, _ value: (Int) -> Double) -> Double {
        (0..<range.cells).reduce(0) { sum, cell in
            let end = sweep.layout.end(cell: cell, top: range.top)
            let start = end - sweep.layout.widths[cell % sweep.layout.slots]
            return sum + value(cell) * FreeFlux.powerIntegral(weight, from: Double.exp(start), to: Double.exp(end))
        }
    }
}
