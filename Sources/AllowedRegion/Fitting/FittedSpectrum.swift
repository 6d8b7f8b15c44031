import ConstraintKit
import IceCubeFit
import Physics
import RealModule
import Transport

/// The flux at Earth of a model, as an event sample sees it, along energy.
public struct FittedSpectrum: Sendable {
    /// nil: without a Z′.
    public let point: FourParameterPoint?
    public let amplitude: Double
    public let gamma: Double
    public let channel: Channel
    /// [GeV]
    public let energies: [Double]
    /// E²Φ per flavour, ν + ν̄ [GeV cm⁻² s⁻¹ sr⁻¹].
    public let fluxes: [Double]
    /// The same without a Z′.
    public let freeFluxes: [Double]
}

extension IceCubeComparison {
    /// The fluxes of a model in the channels of the data, over their energies and a little beyond.
    /// - Parameter point: nil: without a Z′.
    /// - Throws: ``TransportError``
    package func spectra(
        _ point: FourParameterPoint?, amplitude: Double, gamma: Double, of dataSets: [DataSet]
    ) throws -> [FittedSpectrum] {
        let segments = dataSets.flatMap(\.defaultSegments)
        guard let lowest = segments.map(\.lowerEdge).min(), let highest = segments.map(\.upperEdge).max() else {
            return []
        }
        let energies = spectrumEnergies(from: lowest / 1.5, to: highest * 1.5, point)
        let prepared = try solver.prepared(index: gamma)
        let free = prepared.freeFluxes(energies: energies).map { solver.setting.freeStates * $0 }
        let states =
            try point.map {
                try prepared.fluxes(mediator(mass: $0.mass, coupling: $0.coupling), energies: energies)
            } ?? free
        return Channel.allCases.filter { channel in dataSets.contains { $0.channel == channel } }.map { channel in
            func seen(_ states: [SIMD3<Double>]) -> [Double] {
                zip(energies, states).map { energy, states in
                    amplitude * energy * energy * channel.flux(of: solver.setting.flavours(of: states))
                }
            }
            return FittedSpectrum(
                point: point, amplitude: amplitude, gamma: gamma, channel: channel, energies: energies,
                fluxes: seen(states), freeFluxes: seen(free))
        }
    }

    /// Evenly in the logarithm, and on both sides of each line, where the flux jumps.
    private func spectrumEnergies(from lower: Double, to upper: Double, _ point: FourParameterPoint?) -> [Double] {
        let count = 400
        var energies = (0...count).map { lower * Double.exp(Double($0) / Double(count) * Double.log(upper / lower)) }
        if let point {
            let mediator = mediator(mass: point.mass, coupling: point.coupling)
            for state in 0..<3 {
                let line = mediator.resonanceEnergy(neutrinoMass: solver.setting.masses.masses[state])
                energies += [line * (1 - 1e-9), line * (1 + 1e-9)].filter { $0 > lower && $0 < upper }
            }
        }
        return energies.sorted()
    }
}
