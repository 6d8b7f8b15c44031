import Testing

@testable import IceCubeFit

/// The chain against the plain sum, point by point.
@Suite struct ParabolaChainTests {
    private static let treatments =
        UpperLimitTreatment.allCases.flatMap { limits in
            ErrorTreatment.allCases.map { Treatment(upperLimits: limits, errors: $0) }
        } + [Treatment(statistic: .asymmetricGaussian)]

    private func example(seed: UInt64, _ treatment: Treatment) throws -> (ChiSquare, [Double]) {
        var random = SplitMix(state: seed)
        var points: [DataPoint] = []
        var predictions: [Double] = []
        for index in 0..<Int.random(in: 1...40, using: &random) {
            let lower = 1e4 * Double(index + 1)
            let error = Double.random(in: 1e-9...2e-8, using: &random)
            let flux = Double.random(in: 0...5e-8, using: &random)
            let segment = try Segment(
                lowerEdge: lower, upperEdge: lower + 1e4,
                measurement: Bool.random(using: &random)
                    ? .upperLimit(error) : .flux(flux, minus: error, plus: error * .random(in: 0.3...3, using: &random))
            )
            points.append(DataPoint(segment, treatment, limitLevel: .stated(0.9)))
            predictions.append(
                Int.random(in: 0..<8, using: &random) == 0
                    ? 0 : segment.integral * .random(in: 0...4e-8, using: &random))
        }
        return (ChiSquare(points: points), predictions)
    }

    @Test(arguments: treatments) func hasTheValuesOfTheSum(_ treatment: Treatment) throws {
        let amplitudes = (0...250).map { 0.01 * Double($0) }
        for seed in 0..<200 as Range<UInt64> {
            let (chiSquare, predictions) = try example(seed: seed, treatment)
            var chain = ParabolaChain(chiSquare.points)
            chain.load(predictions)
            var values = [Double](repeating: .nan, count: amplitudes.count)
            amplitudes.withUnsafeBufferPointer { chain.values(at: $0, into: &values) }
            for (amplitude, value) in zip(amplitudes, values) {
                let expected = chiSquare.value(amplitude: amplitude, predictions: predictions)
                // Differences of sums of some 40 squares up to 5000: rounding of some 1e-12.
                #expect(abs(value - expected) < 1e-10)
            }
        }
    }

    @Test(arguments: treatments) func hasTheMinimumOfNewtonsMethod(_ treatment: Treatment) throws {
        for seed in 0..<500 as Range<UInt64> {
            let (chiSquare, predictions) = try example(seed: seed, treatment)
            var chain = ParabolaChain(chiSquare.points)
            chain.load(predictions)
            let best = chiSquare.bestAmplitude(predictions: predictions)
            let found = chain.minimum(in: 0...1e6)
            // As above.
            #expect(abs(found.chi2 - chiSquare.value(amplitude: best, predictions: predictions)) < 1e-10)
        }
    }

    @Test(arguments: [0.1...0.3, 0.5...2.5, 3...3]) func staysInItsRange(_ range: ClosedRange<Double>) throws {
        for seed in 0..<300 as Range<UInt64> {
            let (chiSquare, predictions) = try example(seed: seed, Treatment())
            var chain = ParabolaChain(chiSquare.points)
            chain.load(predictions)
            let found = chain.minimum(in: range)
            // χ² is convex, so the best of a range is the best of all, brought inside.
            let best = chiSquare.bestAmplitude(predictions: predictions)
            let expected = min(max(best, range.lowerBound), range.upperBound)
            #expect(range.contains(found.amplitude))
            #expect(abs(found.chi2 - chiSquare.value(amplitude: expected, predictions: predictions)) < 1e-10)
        }
    }
}
