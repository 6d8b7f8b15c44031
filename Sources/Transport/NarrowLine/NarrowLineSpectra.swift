import Physics
import RealModule

/// The narrow-line solver at several spectral indices: crossings and what survives them do not depend on the index, and
/// all else goes four indices at a time.
public struct NarrowLineSpectra: SpectraAtIndices {
    public var indices: [Double] { spectra.map(\.index) }
    let spectra: [NarrowLineSpectrum]
    /// Empty where indices are so few, or lines, that they gain nothing from sharing.
    let groups: [NarrowLineLanes]
    let geometry: LineGeometry

    init(_ spectra: [NarrowLineSpectrum], _ geometry: LineGeometry) {
        self.spectra = spectra
        self.geometry = geometry
        guard spectra.count > 2, geometry.lines.count > 0 else {
            groups = []
            return
        }
        groups = stride(from: 0, to: spectra.count, by: 4).map { first in
            NarrowLineLanes((first..<first + 4).map { spectra[min($0, spectra.count - 1)] }, geometry)
        }
    }

    public func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [[SIMD3<Double>]] {
        // Checks the energies.
        guard !groups.isEmpty, energies.allSatisfy({ $0 > 0 && $0 < .infinity }) else {
            return try OneByOne(spectra: spectra).ratios(mediator, energies: energies)
        }
        let highest = geometry.logarithmOfHighestLine(mediator)
        let perHighest = Double.exp(-highest)
        return withRates(mediator) { rates, survival in
            var results = spectra.map { _ in [SIMD3<Double>](repeating: .zero, count: energies.count) }
            look(
                rates, survival, count: energies.count,
                from: { (highest - Double.log(energies[$0]), energies[$0] * perHighest) },
                { places, group, states in
                    // To look for an array within an array at each energy would cost as much as the physics.
                    for lane in 0..<min(4, spectra.count - 4 * group) {
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
            memory.initialize(repeating: .zero)
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
                for start in stride(from: 0, to: count, by: most) {
                    let places = start..<min(start + most, count)
                    for (number, place) in places.enumerated() {
                        let (epsilon, fraction) = energy(place)
                        views.initializeElement(
                            at: number, to: .view(epsilon, fraction: fraction, geometry, survival, lanes))
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
