import Physics

/// A solver at several spectral indices at once: what a scan that profiles γ asks for.
public protocol SpectraAtIndices: Sendable {
    /// γ of each.
    var indices: [Double] { get }

    /// ``SpectrumAtIndex/ratios(_:energies:)`` for each index, in the order of ``indices``.
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]]

    /// ``SpectrumAtIndex/integratedFluxes(_:bins:)`` for each index, in the order of ``indices``.
    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [[SIMD3<Double>]]

    /// ``SpectrumAtIndex/freeIntegrals(bins:)`` for each index, in the order of ``indices``.
    func freeIntegrals(bins: [EnergyBin]) -> [[Double]]

    /// ``SpectrumAtIndex/projected(_:)`` for each index, one after the other.
    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes
}

/// Sources with a power law.
extension SpectraAtIndices {
    public func freeIntegrals(bins: [EnergyBin]) -> [[Double]] {
        indices.map { gamma in bins.map { FreeFlux.integrated(index: gamma, bin: $0) } }
    }
}

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
        return parts.first?.joined(with: parts) ?? ProjectedOneByOne(parts: parts)
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
