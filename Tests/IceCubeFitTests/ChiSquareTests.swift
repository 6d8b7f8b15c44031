import Testing

@testable import IceCubeFit

@Suite struct ChiSquareTests {
    private static let treatments = UpperLimitTreatment.allCases.flatMap { limits in
        ErrorTreatment.allCases.map { Treatment(upperLimits: limits, errors: $0) }
    }

    /// Data and predictions of the size of real ones, by chance.
    private func example(seed: UInt64, _ treatment: Treatment) throws -> (ChiSquare, [Double]) {
        var random = SplitMix(state: seed)
        var points: [DataPoint] = []
        var predictions: [Double] = []
        for index in 0..<Int.random(in: 1...20, using: &random) {
            let lower = 1e4 * Double(index + 1)
            let flux = Double.random(in: 0...5e-8, using: &random)
            let error = Double.random(in: 1e-9...2e-8, using: &random)
            let stretch = Double.random(in: 0.3...3, using: &random)
            let isLimit = Bool.random(using: &random)
            let segment = try Segment(
                lowerEdge: lower, upperEdge: lower + 1e4,
                measurement: isLimit ? .upperLimit(error) : .flux(flux, minus: error, plus: error * stretch))
            points.append(DataPoint(segment, treatment))
            predictions.append(segment.integral * .random(in: 0...4e-8, using: &random))
        }
        return (ChiSquare(points: points), predictions)
    }

    @Test(arguments: treatments) func noAmplitudeIsBetterThanTheBest(_ treatment: Treatment) throws {
        for seed in 0..<200 as Range<UInt64> {
            let (chiSquare, predictions) = try example(seed: seed, treatment)
            let best = chiSquare.bestAmplitude(predictions: predictions)
            let least = chiSquare.value(amplitude: best, predictions: predictions)
            #expect(best >= 0)
            for step in 0...2000 {
                // A sum of 20 squares is rounded by some 1e-15 of itself.
                let value = chiSquare.value(amplitude: Double(step) * 0.005, predictions: predictions)
                #expect(value >= least * (1 - 1e-14))
            }
        }
    }

    @Test(arguments: treatments) func isConvex(_ treatment: Treatment) throws {
        for seed in 0..<50 as Range<UInt64> {
            let (chiSquare, predictions) = try example(seed: seed, treatment)
            let values = (0...400).map { chiSquare.value(amplitude: Double($0) * 0.01, predictions: predictions) }
            for middle in 1..<400 {
                // Second differences may be zero, and then rounding of the values shows.
                #expect(values[middle - 1] + values[middle + 1] >= 2 * values[middle] * (1 - 1e-14))
            }
        }
    }

    @Test func isAParabolaWithEqualErrorsAndNoLimits() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .flux(2e-8, minus: 1e-8, plus: 1e-8))
        let chiSquare = ChiSquare(points: [DataPoint(segment, Treatment())])
        let prediction = [segment.integral * 1e-8]
        // N_obs = 2 N_th(1) and σ = N_th(1), so χ² = (A − 2)²: to rounding.
        for amplitude in [0, 0.5, 1, 2, 3.5] {
            let value = chiSquare.value(amplitude: amplitude, predictions: prediction)
            #expect(abs(value - (amplitude - 2) * (amplitude - 2)) < 1e-13)
        }
        #expect(abs(chiSquare.bestAmplitude(predictions: prediction) - 2) < 1e-14)
    }

    @Test func aOneSidedLimitCostsNothingBelowIt() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(1e-8))
        let point = DataPoint(segment, Treatment(upperLimits: .oneSided))
        let limit = 1e-8 * segment.integral
        #expect(point.chi2(at: 0) == 0)
        #expect(point.chi2(at: limit) == 0)
        // ((3 − 1)/1)² to rounding.
        #expect(abs(point.chi2(at: 3 * limit) - 4) < 1e-14)
    }

    @Test func aZeroCentredLimitIsAMeasurementOfNothing() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(1e-8))
        let point = DataPoint(segment, Treatment(upperLimits: .zeroCentred))
        #expect(point.chi2(at: 0) == 0)
        #expect(abs(point.chi2(at: 0.5e-8 * segment.integral) - 0.25) < 1e-15)
    }

    @Test func errorsBySideCountOnTheirSide() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .flux(3e-8, minus: 1e-8, plus: 2e-8))
        let bySide = DataPoint(segment, Treatment(errors: .bySide))
        let mean = DataPoint(segment, Treatment(errors: .mean))
        // Distances of −2σ₋ and +2σ₊, and of 1 and 2 mean errors of 1.5e-8: to rounding.
        #expect(abs(bySide.chi2(at: 1e-8 * segment.integral) - 4) < 1e-14)
        #expect(abs(bySide.chi2(at: 7e-8 * segment.integral) - 4) < 1e-14)
        #expect(abs(mean.chi2(at: 1.5e-8 * segment.integral) - 1) < 1e-14)
        #expect(abs(mean.chi2(at: 6e-8 * segment.integral) - 4) < 1e-14)
    }

    @Test func limitsAloneAskForNothing() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(1e-8))
        for limits in UpperLimitTreatment.allCases {
            let chiSquare = ChiSquare(points: [DataPoint(segment, Treatment(upperLimits: limits))])
            #expect(chiSquare.bestAmplitude(predictions: [1e-12]) == 0)
        }
    }

    @Test(arguments: [0, 1e-300, .leastNonzeroMagnitude])
    func aSpectrumThatIsGoneHasAFiniteAmplitude(_ prediction: Double) throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .flux(2e-8, minus: 1e-8, plus: 1e-8))
        let chiSquare = ChiSquare(points: [DataPoint(segment, Treatment())])
        let amplitude = chiSquare.bestAmplitude(predictions: [prediction])
        #expect(amplitude.isFinite)
        #expect(chiSquare.value(amplitude: amplitude, predictions: [prediction]).isFinite)
    }
}
