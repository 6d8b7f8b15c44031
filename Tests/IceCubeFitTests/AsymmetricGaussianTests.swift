import ConstraintKit
import RealModule
import Testing

@testable import IceCubeFit

@Suite struct AsymmetricGaussianTests {
    private static let treatment = Treatment(statistic: .asymmetricGaussian)

    @Test func risesByOneAtEitherError() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .flux(3e-8, minus: 1e-8, plus: 2e-8))
        let point = DataPoint(segment, Self.treatment)
        // −2 ln L/L_max is 1 a standard deviation away, 4 at two: to rounding.
        #expect(abs(point.chi2(at: 2e-8 * segment.integral) - 1) < 1e-14)
        #expect(abs(point.chi2(at: 5e-8 * segment.integral) - 1) < 1e-14)
        #expect(abs(point.chi2(at: 7e-8 * segment.integral) - 4) < 1e-14)
        #expect(point.chi2(at: 3e-8 * segment.integral) == 0)
    }

    @Test(arguments: [0.68, 0.9, 0.95]) func aLimitHoldsItsLevelOfProbability(_ level: Double) throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(4e-9))
        let point = DataPoint(segment, Self.treatment, limitLevel: .stated(level))
        // ∫ exp(−χ²/2) from 0 to UL over that to 12 UL, by the midpoint rule: its error is below the step squared, 1e-7.
        func probability(upTo end: Double) -> Double {
            let steps = Int(end * 4000)
            return (0..<steps).reduce(0) { sum, step in
                let predicted = 4e-9 * segment.integral * (Double(step) + 0.5) / 4000
                return sum + Double.exp(-point.chi2(at: predicted) / 2)
            }
        }
        #expect(abs(probability(upTo: 1) / probability(upTo: 12) - level) < 1e-6)
    }

    @Test func aLimitOfUnstatedLevelIsAStandardDeviation() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(4e-9))
        let point = DataPoint(segment, Self.treatment)
        #expect(abs(point.chi2(at: 4e-9 * segment.integral) - 1) < 1e-14)
    }

    @Test func chiSquareDoesNotSeeTheLevel() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(4e-9))
        for limits in UpperLimitTreatment.allCases {
            let treatment = Treatment(upperLimits: limits)
            #expect(
                DataPoint(segment, treatment, limitLevel: .stated(0.9)) == DataPoint(segment, treatment))
        }
    }

    /// With errors by side and limits about zero χ² differs from −2 ln L by the level of the limits only.
    @Test func isNearTheChiSquareOfTheSameErrors() throws {
        let dataSets = try BundledSpectra.ofThePaper()
        let solver = try DimmingSolver()
        let likelihood = try IceCubeFit(dataSets: dataSets, solver: solver, treatment: Self.treatment)
        let chi2 = try IceCubeFit(
            dataSets: dataSets, solver: solver, treatment: .init(upperLimits: .zeroCentred, errors: .bySide))
        // Limits at 68 % stand for 0.9945 σ; the six of them make up some 12 of χ²_SM.
        #expect(abs(likelihood.standardModelChi2 / chi2.standardModelChi2 - 1) < 0.01)
        #expect(likelihood.standardModelChi2 != chi2.standardModelChi2)
    }
}
