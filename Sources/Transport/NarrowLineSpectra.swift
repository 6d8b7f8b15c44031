import Physics
import RealModule

/// The narrow-line solver at several spectral indices: crossings and what survives them do not depend on the index, and
/// all else goes four indices at a time.
public struct NarrowLineSpectra: SpectraAtIndices {
    public var indices: [Double] { spectra.map(\.index) }
    private let spectra: [NarrowLineSpectrum]
    private let groups: [NarrowLineLanes]
    private let geometry: LineGeometry

    init(_ spectra: [NarrowLineSpectrum], _ geometry: LineGeometry) {
        self.spectra = spectra
        self.geometry = geometry
        groups = stride(from: 0, to: spectra.count, by: 4).map { first in
            NarrowLineLanes((first..<first + 4).map { spectra[min($0, spectra.count - 1)] }, geometry)
        }
    }

    public func integratedFluxes(
        _ mediator: Mediator, bins: [EnergyBin]
    ) throws(TransportError) -> [[SIMD3<Double>]] {
        try OneByOne(spectra: spectra).integratedFluxes(mediator, bins: bins)
    }

    public func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        // Checks the energies, and a few indices gain nothing from sharing.
        guard spectra.count > 2, geometry.lines.count > 0,
            energies.allSatisfy({ $0 > 0 && $0 < .infinity })
        else { return try OneByOne(spectra: spectra).ratios(mediator, energies: energies) }
        let count = geometry.lines.count * geometry.grid.nodes.count
        let capacity = groups.count * (6 * count + 3 * energies.count)
        return withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: capacity) { memory in
            memory.initialize(repeating: .zero)
            let results = UnsafeMutableBufferPointer(rebasing: memory[(6 * count * groups.count)...])
            fill(results, memory, mediator, energies)
            return spectra.indices.map { number in
                let first = 3 * energies.count * (number / 4)
                return energies.indices.map { place in
                    let lane = number % 4
                    let start = first + 3 * place
                    return SIMD3(results[start][lane], results[start + 1][lane], results[start + 2][lane])
                }
            }
        }
    }

    /// Ratios group after group, energy after energy, state after state.
    private func fill(
        _ results: UnsafeMutableBufferPointer<SIMD4<Double>>, _ memory: UnsafeMutableBufferPointer<SIMD4<Double>>,
        _ mediator: Mediator, _ energies: [Double]
    ) {
        let survival = CrossingSurvival(geometry, mediator)
        let shares = geometry.lines.shares * mediator.invisibleFraction(charges: geometry.charges)
        let size = 6 * geometry.lines.count * geometry.grid.nodes.count
        let highest = geometry.logarithmOfHighestLine(mediator)
        let perHighest = Double.exp(-highest)
        let views = energies.map { energy in
            let epsilon = highest - Double.log(energy)
            return epsilon < 0 ? nil : EnergyView(epsilon, fraction: energy * perHighest, geometry, survival)
        }
        let free = InlineArray<3, SIMD4<Double>> { SIMD4(repeating: geometry.free[$0]) }
        for (number, group) in groups.enumerated() {
            let part = UnsafeMutableBufferPointer(rebasing: memory[number * size..<(number + 1) * size])
            let rates = LaneRates(group, shares: shares, geometry, survival, memory: part)
            for place in views.indices {
                var flux = free
                if let view = views[place] { flux = rates.arriving(view) }
                for state in 0..<3 { results[3 * (number * energies.count + place) + state] = flux[state] }
            }
        }
    }
}
