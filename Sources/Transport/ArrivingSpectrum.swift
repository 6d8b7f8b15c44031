import Physics

/// A solver at one spectrum of the sources, whatever its shape.
public protocol ArrivingSpectrum: Sendable {
    /// ∫Φ_i dE over each bin for each mass state [cm⁻² s⁻¹ sr⁻¹].
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``TransportError``
    func integratedFluxes(_ mediator: Mediator?, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>]
}

extension TransportSolver {
    /// Does the work that all mediators share at a spectrum of the sources. A power law is left to
    /// ``prepared(index:)``, and fast; any other shape is solved on the grid.
    /// - Throws: ``SourceSpectrumError``
    public func prepared(
        spectrum: SourceSpectrum, precision: Precision = Precision()
    ) throws(SourceSpectrumError) -> any ArrivingSpectrum {
        try spectrum.validate()
        do {
            if case .powerLaw(let index) = spectrum {
                return ArrivingPowerLaw(spectrum: try prepared(index: index), free: setting.freeStates)
            }
            return GridShape(try GridSolver(setting, precision: precision), spectrum)
        } catch { throw .transport(error) }
    }
}

/// A power law as one shape among others.
struct ArrivingPowerLaw: ArrivingSpectrum {
    let spectrum: any SpectrumAtIndex
    let free: SIMD3<Double>

    func integratedFluxes(_ mediator: Mediator?, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        guard let mediator else {
            return bins.map { free * FreeFlux.integrated(index: spectrum.index, bin: $0) }
        }
        return try spectrum.integratedFluxes(mediator, bins: bins)
    }
}
