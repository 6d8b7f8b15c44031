import Assessment
import ConstraintKit

/// Many points by the union of the bounds, from tables.
struct TabulatedAnswers: PointAnswers, @unchecked Sendable {
    private let bounds: PreparedBounds
    private let fits: PointFits?
    private let masses: UnsafeBufferPointer<Double>
    private let couplings: UnsafeBufferPointer<Double>
    private let spectra: PointSpectra

    init(
        _ bounds: PreparedBounds, _ fits: PointFits?, _ masses: UnsafeBufferPointer<Double>,
        _ couplings: UnsafeBufferPointer<Double>, _ spectra: PointSpectra
    ) {
        (self.bounds, self.fits, self.masses, self.couplings) = (bounds, fits, masses, couplings)
        self.spectra = spectra
    }

    func write(_ range: Range<Int>, to places: PointPlaces) -> [PointColumns.Failure] {
        bounds.answer(range, masses: masses, couplings: couplings) { places.write($1, at: $0) }
        guard let fits else {
            for place in range { places.fits.clear(place) }
            return []
        }
        var failures: [PointColumns.Failure] = []
        guard let quick = fits.quick else {
            for place in range {
                fit(place, places, &failures) { mass, coupling in
                    try fits.fit(
                        mass: mass, coupling: coupling, amplitude: spectra.amplitudes?[place],
                        gamma: spectra.gammas?[place], numbers: spectra.numbers.map { $0?[place] }, into: places.fits,
                        at: place)
                }
            }
            return failures
        }
        writeQuickly(quick, range, places, &failures)
        return failures
    }

    /// What is shared from point to point is passed on, not captured: else each point would count references.
    private func writeQuickly(
        _ quick: FitsAtOwnIndex, _ range: Range<Int>, _ places: PointPlaces, _ failures: inout [PointColumns.Failure]
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.sortingSize(range.count)) { sorting in
            let order = sortedByStrength(range, sorting)
            withUnsafeTemporaryAllocation(of: Double.self, capacity: quick.memorySize) { memory in
                guard let first = memory.baseAddress else { return }
                for number in order {
                    let place = range.lowerBound + Int(number)
                    fit(place, places, &failures) { mass, coupling in
                        try quick.fit(
                            mass: mass, coupling: coupling, amplitude: spectra.amplitudes?[place],
                            gamma: spectra.gammas?[place] ?? .nan, into: places.fits, at: place, in: first)
                    }
                }
            }
        }
    }

    @inline(__always)
    private func fit(
        _ place: Int, _ places: PointPlaces, _ failures: inout [PointColumns.Failure],
        _ body: (Mass, Coupling) throws -> Void
    ) {
        guard places.standing[place] != .invalid else { return places.fits.clear(place) }
        do { try body(Mass(inMeV: masses[place]), Coupling(couplings[place])) } catch {
            places.fits.clear(place)
            failures.append(.init(point: place, error: error))
        }
    }

    private static let buckets = 1 << 8

    private static func sortingSize(_ count: Int) -> Int { 2 * count + buckets + 1 }

    /// Points whose g′/m is alike one after another: their fluxes stand near to one another in a table that is larger than the caches, and
    /// are read in two thirds of the time.
    /// - Parameter memory: for ``sortingSize(_:)`` numbers.
    /// - Returns: counted from the first of the range; a part of the memory.
    private func sortedByStrength(
        _ range: Range<Int>, _ memory: UnsafeMutableBufferPointer<UInt32>
    ) -> UnsafeMutableBufferPointer<UInt32> {
        let buckets = Self.buckets
        let keys = UnsafeMutableBufferPointer(rebasing: memory[..<range.count])
        let order = UnsafeMutableBufferPointer(rebasing: memory[range.count..<2 * range.count])
        let ends = UnsafeMutableBufferPointer(rebasing: memory[(2 * range.count)...])
        ends.initialize(repeating: 0)
        // An eighth of an octave of g′/m and more, by exponent and three bits of the mantissa.
        var least = UInt32.max
        for (number, place) in range.enumerated() {
            keys[number] = UInt32(truncatingIfNeeded: (couplings[place] / masses[place]).bitPattern >> 49)
            least = min(least, keys[number])
        }
        for number in keys.indices {
            keys[number] = min(keys[number] - least, UInt32(buckets - 1))
            ends[Int(keys[number]) + 1] += 1
        }
        for bucket in 1...buckets { ends[bucket] += ends[bucket - 1] }
        for number in keys.indices {
            let bucket = Int(keys[number])
            order[Int(ends[bucket])] = UInt32(number)
            ends[bucket] += 1
        }
        return order
    }
}
