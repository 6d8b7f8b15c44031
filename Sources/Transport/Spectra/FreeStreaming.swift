import Physics

/// Neutrinos of a power law that nothing stops: what there is without a Z′, for which no solver needs to be made ready.
public struct FreeStreaming: TransportSolver {
    public let name = "free-streaming"
    public let setting: TransportSetting

    public init(_ setting: TransportSetting) { self.setting = setting }

    public func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        let allowed = TransportSetting.indices
        guard allowed.contains(gamma) else {
            throw .indexOutOfRange(gamma, lower: allowed.lowerBound, upper: allowed.upperBound)
        }
        return FreeSpectrum(index: gamma, states: setting.freeStates)
    }

    public func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double { 0 }
}

/// The same at one spectral index.
private struct FreeSpectrum: SpectrumAtIndex {
    let index: Double
    let states: SIMD3<Double>

    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        energies.map { _ in states }
    }

    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        freeIntegrals(bins: bins).map { states * $0 }
    }
}
