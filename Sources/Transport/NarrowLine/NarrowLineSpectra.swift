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
        let size = groups.count * LaneRates.size(geometry)
        let capacity = size + groups.count * 3 * energies.count
        return withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: capacity) { memory in
            memory.initialize(repeating: .zero)
            let results = UnsafeMutableBufferPointer(rebasing: memory[size...])
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
        // Bound once: to take them from `self` at each energy would count references to all they hold.
        let (geometry, lanes) = (self.geometry, groups[0])
        let survival = CrossingSurvival(geometry, mediator)
        let shares = geometry.lines.shares * mediator.invisibleFraction(charges: geometry.charges)
        let size = LaneRates.size(geometry)
        let rates = groups.enumerated().map { number, group in
            let part = UnsafeMutableBufferPointer(rebasing: memory[number * size..<(number + 1) * size])
            return LaneRates(group, shares: shares, geometry, survival, memory: part)
        }
        let highest = geometry.logarithmOfHighestLine(mediator)
        let perHighest = Double.exp(-highest)
        // So few that they stay where they are quick to read, while index after index looks at them.
        withUnsafeTemporaryAllocation(of: EnergyView.self, capacity: min(16, energies.count)) { views in
            for start in stride(from: 0, to: energies.count, by: 16) {
                let end = min(start + 16, energies.count)
                for place in start..<end {
                    let epsilon = highest - Double.log(energies[place])
                    views.initializeElement(
                        at: place - start,
                        to: .view(epsilon, fraction: energies[place] * perHighest, geometry, survival, lanes))
                }
                for number in rates.indices {
                    let first = 3 * (number * energies.count + start)
                    rates[number].arriving(
                        .init(rebasing: views[..<(end - start)]),
                        .init(rebasing: results[first..<first + 3 * (end - start)]))
                }
            }
        }
    }
}
