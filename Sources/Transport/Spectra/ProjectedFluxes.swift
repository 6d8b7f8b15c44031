import Physics

/// Weighted sums of the mass states' fluxes over fixed energy bins, for one mediator after another: a fit asks for nothing
/// else.
public protocol ProjectedFluxes: Sendable {
    /// How many there are.
    var count: Int { get }

    /// Writes Σ_i w_i ∫Φ_i dE of each bin at A = 1 [cm⁻² s⁻¹ sr⁻¹], see ``SpectrumAtIndex/integratedFluxes(_:bins:)``; of
    /// several indices one after the other.
    /// - Parameter fluxes: as many as `count`.
    /// - Throws: ``TransportError``
    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError)

    /// Does on all cores what many mediators share, where there is anything. What ``fill(_:_:)`` writes does not depend on it.
    /// - Parameters:
    ///   - count: of the mediators.
    ///   - progress: told the fraction done from time to time, from any thread; not at all where nothing is shared.
    ///   - shouldStop: asked from time to time, from any thread.
    ///   - mediator: each of them; nil: none.
    func prepare(
        count: Int, progress: @Sendable (Double) -> Void, shouldStop: @Sendable () -> Bool,
        _ mediator: (Int) -> Mediator?)

    /// Those of several indices in one, where they share work; nil where they share none.
    /// - Parameter all: index after index, these first.
    func joined(with all: [any ProjectedFluxes]) -> (any ProjectedFluxes)?
}

extension ProjectedFluxes {
    public func joined(with all: [any ProjectedFluxes]) -> (any ProjectedFluxes)? { nil }

    public func prepare(
        count: Int, progress: @Sendable (Double) -> Void, shouldStop: @Sendable () -> Bool,
        _ mediator: (Int) -> Mediator?
    ) {}
}

/// A bin and the weights w_i of the mass states in it.
public struct ProjectedBin: Sendable, Hashable {
    public var bin: EnergyBin
    public var weights: SIMD3<Double>

    public init(bin: EnergyBin, weights: SIMD3<Double>) {
        self.bin = bin
        self.weights = weights
    }
}

extension SpectrumAtIndex {
    public func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        ProjectedSpectrum(spectrum: self, bins: bins)
    }
}

extension SpectraAtIndices {
    public func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes { ProjectedSpectra(spectra: self, bins: bins) }
}

/// By way of the fluxes of all states.
private struct ProjectedSpectrum: ProjectedFluxes {
    let spectrum: any SpectrumAtIndex
    let bins: [ProjectedBin]
    var count: Int { bins.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        let states = try spectrum.integratedFluxes(mediator, bins: bins.map(\.bin))
        for place in bins.indices { fluxes[place] = (bins[place].weights * states[place]).sum() }
    }
}

/// The same for several indices.
private struct ProjectedSpectra: ProjectedFluxes {
    let spectra: any SpectraAtIndices
    let bins: [ProjectedBin]
    var count: Int { spectra.indices.count * bins.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        for (number, states) in try spectra.integratedFluxes(mediator, bins: bins.map(\.bin)).enumerated() {
            for place in bins.indices {
                fluxes[number * bins.count + place] = (bins[place].weights * states[place]).sum()
            }
        }
    }
}

/// Indices that share nothing.
struct ProjectedOneByOne: ProjectedFluxes {
    let parts: [any ProjectedFluxes]
    var count: Int { parts.reduce(0) { $0 + $1.count } }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        var start = 0
        for part in parts {
            try part.fill(.init(rebasing: fluxes[start..<start + part.count]), mediator)
            start += part.count
        }
    }
}
