import Physics
import RealModule

/// The narrow-line solver at several spectral indices: crossings and what survives them do not depend on the index, and
/// all else goes four indices at a time.
public struct NarrowLineSpectra: SpectraAtIndices {
    public let indices: [Double]
    /// Empty where indices are so few, or lines, that they gain nothing from sharing.
    let groups: [NarrowLineLanes]
    let geometry: LineGeometry
    let energyStep: Double
    /// What answers where there are no groups.
    let oneByOne: OneByOne

    /// - Parameter indices: γ of each, all of which there are.
    init(_ indices: [Double], _ geometry: LineGeometry, energyStep: Double) {
        (self.indices, self.geometry, self.energyStep) = (indices, geometry, energyStep)
        guard indices.count > 2, geometry.lines.count > 0 else {
            groups = []
            oneByOne = OneByOne(
                spectra: indices.map { NarrowLineSpectrum(geometry, index: $0, energyStep: energyStep) })
            return
        }
        oneByOne = OneByOne(spectra: [])
        groups = stride(from: 0, to: indices.count, by: 4).map { first in
            let last = indices.count - 1
            return NarrowLineLanes(
                SIMD4(
                    indices[first], indices[min(first + 1, last)], indices[min(first + 2, last)],
                    indices[min(first + 3, last)]), geometry)
        }
    }

    public func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        guard !groups.isEmpty else { return try oneByOne.ratios(mediator, energies: energies) }
        for (position, energy) in energies.enumerated() where !(energy > 0 && energy < .infinity) {
            throw .energyNotPositive(energy, position: position)
        }
        let highest = geometry.logarithmOfHighestLine(mediator)
        let perHighest = Double.exp(-highest)
        return withRates(mediator) { rates, survival in
            var results = indices.map { _ in [SIMD3<Double>](repeating: .zero, count: energies.count) }
            look(
                rates, survival, count: energies.count,
                from: { (highest - Double.log(energies[$0]), energies[$0] * perHighest) },
                { places, group, states in
                    // To look for an array within an array at each energy would cost as much as the physics.
                    for lane in 0..<min(4, indices.count - 4 * group) {
                        results[4 * group + lane].withUnsafeMutableBufferPointer { result in
                            for (number, place) in places.enumerated() {
                                result[place] = states[number].spectrum(lane)
                            }
                        }
                    }
                })
            return results
        }
    }

    /// Lends the absorption rates of each group, and what survives the crossings.
    func withRates<Result>(_ mediator: Mediator, _ body: ([LaneRates], CrossingSurvival) -> Result) -> Result {
        let size = LaneRates.size(geometry)
        return withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: groups.count * size) { memory in
            let survival = CrossingSurvival(geometry, mediator)
            let shares = geometry.lines.shares * mediator.invisibleFraction(charges: geometry.charges)
            let rates = groups.enumerated().map { number, group in
                let part = UnsafeMutableBufferPointer(rebasing: memory[number * size..<(number + 1) * size])
                return LaneRates(group, shares: shares, geometry, survival, memory: part)
            }
            return body(rates, survival)
        }
    }

    /// So few that they stay where they are quick to read, while index after index looks at them.
    private static let energiesAtOnce = 16

    /// Finds what arrives at many energies, some of them after others, and of these group after group.
    /// - Parameters:
    ///   - count: of the energies.
    ///   - energy: ε = ln(E_1st/E) and e^{−ε} of each.
    ///   - body: told the numbers of some energies and that of the group, and the ratios to the free flux of the three mass states at
    ///     each of these energies.
    @inline(__always)
    func look(
        _ rates: [LaneRates], _ survival: CrossingSurvival, count: Int,
        from energy: (Int) -> (epsilon: Double, fraction: Double),
        _ body: (Range<Int>, Int, UnsafeMutableBufferPointer<LaneRates.States>) -> Void
    ) {
        // Bound once: to take them from `self` at each energy would count references to all they hold.
        let (geometry, lanes, most) = (self.geometry, groups[0], Self.energiesAtOnce)
        withUnsafeTemporaryAllocation(of: EnergyView.self, capacity: most) { views in
            withUnsafeTemporaryAllocation(of: LaneRates.States.self, capacity: most) { states in
                views.initialize(repeating: .none)
                for start in stride(from: 0, to: count, by: most) {
                    let places = start..<min(start + most, count)
                    for (number, place) in places.enumerated() {
                        let (epsilon, fraction) = energy(place)
                        EnergyView.take(
                            &views[number], to: epsilon, fraction: fraction, geometry, survival, lanes)
                    }
                    for group in rates.indices {
                        rates[group].arriving(.init(rebasing: views[..<places.count])) {
                            states.initializeElement(at: $0, to: $1)
                        }
                        body(places, group, states)
                    }
                }
            }
        }
    }
}
