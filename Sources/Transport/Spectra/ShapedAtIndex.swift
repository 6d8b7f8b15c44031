import Physics
import RealModule

/// A spectrum of the sources that is no power law: what arrives without interaction is a quadrature, and a solver tells what the
/// mediator changes.
protocol ShapedAtIndex: SpectrumAtIndex {
    var sources: ShapedSources { get }
    /// ``TransportSetting/freeStates``
    var freeStates: SIMD3<Double> { get }

    /// What the mediator adds to ∫Φ_i dE of each bin, below zero where it takes away [cm⁻² s⁻¹ sr⁻¹].
    func changes(_ mediator: Mediator, bins: [EnergyBin]) -> [SIMD3<Double>]

    /// The same of Φ_i at energies [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    func changes(_ mediator: Mediator, energies: [Double]) -> [SIMD3<Double>]
}

extension ShapedAtIndex {
    func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        fluxes(mediator, bins, free: freeIntegrals(bins: bins))
    }

    /// - Parameter free: ∫Φ dE of each bin without interaction, which takes longer than the rest.
    func fluxes(_ mediator: Mediator, _ bins: [EnergyBin], free: [Double]) -> [SIMD3<Double>] {
        zip(free, changes(mediator, bins: bins)).map { (freeStates * $0 + $1).orNothing }
    }

    func fluxes(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        return zip(freeFluxes(energies: energies), changes(mediator, energies: energies)).map {
            (freeStates * $0 + $1).orNothing
        }
    }

    /// Where nothing would arrive without interaction there is nothing to be a ratio to, and none is changed.
    func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
        let fluxes = try fluxes(mediator, energies: energies)
        return zip(fluxes, freeFluxes(energies: energies)).map { flux, free in free > 0 ? flux / free : freeStates }
    }

    func freeFluxes(energies: [Double]) -> [Double] {
        energies.map { FreeFlux.differential(index: sources.index, energy: $0) * sources.freeRatio(Double.log($0)) }
    }

    func freeIntegrals(bins: [EnergyBin]) -> [Double] { bins.map(sources.freeIntegral) }

    func projected(_ bins: [ProjectedBin]) -> any ProjectedFluxes {
        ShapedFluxes(spectrum: self, bins: bins, free: freeIntegrals(bins: bins.map(\.bin)))
    }
}

/// Of certain bins, whose flux without interaction is known.
private struct ShapedFluxes<Spectrum: ShapedAtIndex>: ProjectedFluxes {
    let spectrum: Spectrum
    let bins: [ProjectedBin]
    let free: [Double]
    var count: Int { bins.count }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        let states = spectrum.fluxes(mediator, bins.map(\.bin), free: free)
        for place in bins.indices { fluxes[place] = (bins[place].weights * states[place]).sum() }
    }
}
