import Assessment

/// Where the answers to many points are written, each point by one thread alone.
struct PointPlaces: @unchecked Sendable {
    let standing: UnsafeMutablePointer<PointStanding>
    let excludedBy: UnsafeMutablePointer<UInt64>
    let failedBounds: UnsafeMutablePointer<UInt64>
    let speaking: UnsafeMutablePointer<UInt8>
    let limiting: UnsafeMutablePointer<UInt8>
    let fits: FitPlaces

    /// - Parameter bits: nil: the pair is no point.
    @inline(__always)
    func write(_ bits: PointBits?, at place: Int) {
        guard let bits else {
            standing[place] = .invalid
            (excludedBy[place], failedBounds[place], speaking[place], limiting[place]) = (0, 0, 0, 0)
            return
        }
        standing[place] = bits.excluded != 0 ? .excluded : bits.speaking != 0 ? .allowed : .unconstrained
        (excludedBy[place], failedBounds[place]) = (bits.excluded, bits.failed)
        speaking[place] = UInt8(truncatingIfNeeded: bits.speaking.nonzeroBitCount)
        limiting[place] = UInt8(truncatingIfNeeded: bits.limiting.nonzeroBitCount)
    }

    /// Adds what some more bounds say.
    func add(_ bits: PointBits, at place: Int) {
        excludedBy[place] |= bits.excluded
        failedBounds[place] |= bits.failed
        speaking[place] += UInt8(truncatingIfNeeded: bits.speaking.nonzeroBitCount)
        limiting[place] += UInt8(truncatingIfNeeded: bits.limiting.nonzeroBitCount)
        standing[place] = excludedBy[place] != 0 ? .excluded : speaking[place] != 0 ? .allowed : .unconstrained
    }

    /// Writes the one point of some columns.
    func take(_ columns: PointColumns, at place: Int) {
        standing[place] = columns.standing[0]
        (excludedBy[place], failedBounds[place]) = (columns.excludedBy[0], columns.failedBounds[0])
        (speaking[place], limiting[place]) = (columns.speaking[0], columns.limiting[0])
        (fits.chi2[place], fits.deltaChi2[place]) = (columns.chi2[0], columns.deltaChi2[0])
        fits.ratio[place] = columns.ratio[0]
        (fits.amplitude[place], fits.gamma[place]) = (columns.amplitude[0], columns.gamma[0])
        fits.write(numbers: columns.numbers, at: place)
    }
}

/// Where the fits of many points are written.
struct FitPlaces: @unchecked Sendable {
    let chi2: UnsafeMutablePointer<Double>
    let deltaChi2: UnsafeMutablePointer<Double>
    let ratio: UnsafeMutablePointer<Double>
    let amplitude: UnsafeMutablePointer<Double>
    let gamma: UnsafeMutablePointer<Double>
    /// Of the spectrum, those that have ranges: column after column.
    let numbers: UnsafeMutableBufferPointer<Double>
    /// How many points there are.
    let count: Int

    /// Writes a fit, but for the spectrum's numbers.
    /// - Parameters:
    ///   - ratio: R; NaN with too few data points for it.
    ///   - withoutMediator: χ² without a Z′ under the same treatment.
    func write(
        chi2 value: Double, amplitude: Double, gamma: Double, ratio: Double, withoutMediator: Double, at place: Int
    ) {
        chi2[place] = value
        deltaChi2[place] = value - withoutMediator
        self.ratio[place] = ratio
        self.amplitude[place] = amplitude
        self.gamma[place] = gamma
    }

    /// Writes the spectrum's numbers.
    func write(numbers values: [Double], at place: Int) {
        for (column, value) in values.enumerated() { numbers[column * count + place] = value }
    }

    /// Writes that there is no fit.
    func clear(_ place: Int) {
        for first in stride(from: 0, to: numbers.count, by: count) { numbers[first + place] = .nan }
        (chi2[place], deltaChi2[place], ratio[place]) = (.nan, .nan, .nan)
        (amplitude[place], gamma[place]) = (.nan, .nan)
    }
}

extension PointColumns {
    /// Makes room for as many points and lends it; columns that are longer or shorter are cut or lengthened.
    /// - Parameter numberCount: how many numbers of the spectrum have ranges.
    mutating func write(_ count: Int, numberCount: Int, _ body: (PointPlaces) throws -> Void) rethrows {
        guard count > 0 else { return resize(to: 0, numberCount: numberCount) }
        resize(to: count, numberCount: numberCount)
        try standing.withUnsafeMutableBufferPointer { standing in
            try excludedBy.withUnsafeMutableBufferPointer { excludedBy in
                try failedBounds.withUnsafeMutableBufferPointer { failed in
                    try speaking.withUnsafeMutableBufferPointer { speaking in
                        try limiting.withUnsafeMutableBufferPointer { limiting in
                            // Of at least one point: each has a place.
                            guard let standing = standing.baseAddress, let excludedBy = excludedBy.baseAddress,
                                let failed = failed.baseAddress, let speaking = speaking.baseAddress,
                                let limiting = limiting.baseAddress
                            else { return }
                            try Self.withFits(&chi2, &deltaChi2, &ratio, &amplitude, &gamma, &numbers) { fits in
                                try body(
                                    PointPlaces(
                                        standing: standing, excludedBy: excludedBy, failedBounds: failed,
                                        speaking: speaking, limiting: limiting, fits: fits))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func withFits(
        _ chi2: inout [Double], _ deltaChi2: inout [Double], _ ratio: inout [Double], _ amplitude: inout [Double],
        _ gamma: inout [Double], _ numbers: inout [Double], _ body: (FitPlaces) throws -> Void
    ) rethrows {
        let count = chi2.count
        try chi2.withUnsafeMutableBufferPointer { chi2 in
            try deltaChi2.withUnsafeMutableBufferPointer { deltaChi2 in
                try ratio.withUnsafeMutableBufferPointer { ratio in
                    try amplitude.withUnsafeMutableBufferPointer { amplitude in
                        try gamma.withUnsafeMutableBufferPointer { gamma in
                            guard let chi2 = chi2.baseAddress, let deltaChi2 = deltaChi2.baseAddress,
                                let ratio = ratio.baseAddress, let amplitude = amplitude.baseAddress,
                                let gamma = gamma.baseAddress
                            else { return }
                            try numbers.withUnsafeMutableBufferPointer { numbers in
                                try body(
                                    FitPlaces(
                                        chi2: chi2, deltaChi2: deltaChi2, ratio: ratio, amplitude: amplitude,
                                        gamma: gamma, numbers: numbers, count: count))
                            }
                        }
                    }
                }
            }
        }
    }
}
