import Physics

extension TransportSolver {
    public func prepared(indices: [Double]) throws(TransportError) -> any SpectraAtIndices {
        var spectra: [any SpectrumAtIndex] = []
        for gamma in indices { spectra.append(try prepared(index: gamma)) }
        return OneByOne(spectra: spectra)
    }
}

/// Indices that share nothing.
struct OneByOne: SpectraAtIndices {
    let spectra: [any SpectrumAtIndex]
    var indices: [Double] { spectra.map(\.index) }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        let parts = spectra.map { $0.projected(bins) }
        return TabulatedFluxesAtIndices(parts) ?? ProjectedOneByOne(parts: parts)
    }

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        var results: [[SIMD3<Double>]] = []
        for spectrum in spectra { results.append(try spectrum.ratios(mediator, energies: energies)) }
        return results
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]] {
        var results: [[SIMD3<Double>]] = []
        for spectrum in spectra { results.append(try spectrum.integratedFluxes(mediator, bins: bins)) }
        return results
    }

    func freeIntegrals(bins: [EnergyBin]) -> [[Double]] { spectra.map { $0.freeIntegrals(bins: bins) } }
}
