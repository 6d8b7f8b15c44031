import RealModule
import Testing

@testable import NumericalMethods

@Suite struct ChiSquareProbabilityTests {
    @Test func oneDegreeIsThatOfAGaussian() throws {
        for deviations in [0.1, 1, 2, 3, 5.0] {
            let probability = try #require(chi2Probability(deviations * deviations, degreesOfFreedom: 1))
            // Both are the same function: to rounding.
            #expect(abs(probability / Double.erfc(deviations / 2.0.squareRoot()) - 1) < 1e-13)
        }
    }

    @Test func twoDegreesInvertTheThreshold() throws {
        for level in [0.5, 0.9, 0.95, 0.975] {
            let threshold = try #require(chi2Threshold(confidenceLevel: level))
            #expect(abs(try #require(chi2Probability(threshold, degreesOfFreedom: 2)) - (1 - level)) < 1e-14)
        }
    }

    /// −dQ/dχ² = e^{−x} x^{ν/2−1}/(2Γ(ν/2)), x = χ²/2, by a difference quotient whose error is that of its third
    /// derivative times 1e-6.
    @Test(arguments: [1, 2, 3, 4, 7, 12, 13, 14, 101]) func isTheIntegralOfItsDensity(_ degrees: Int) throws {
        for chi2 in [0.5, 3, 12, 40.0] {
            let (x, half) = (chi2 / 2, Double(degrees) / 2)
            let density = Double.exp(-x + (half - 1) * Double.log(x) - Double.logGamma(half)) / 2
            let above = try #require(chi2Probability(chi2 + 1e-3, degreesOfFreedom: degrees))
            let below = try #require(chi2Probability(chi2 - 1e-3, degreesOfFreedom: degrees))
            #expect(abs((below - above) / 2e-3 - density) < 1e-6)
        }
    }

    @Test func endsAreCertain() {
        #expect(chi2Probability(0, degreesOfFreedom: 12) == 1 && chi2Probability(0, degreesOfFreedom: 13) == 1)
        #expect(chi2Probability(.infinity, degreesOfFreedom: 12) == 0)
        #expect(chi2Probability(1e6, degreesOfFreedom: 3) == 0)
        #expect(chi2Probability(3000, degreesOfFreedom: 3000).map { $0 > 0.4 && $0 < 0.6 } == true)
    }

    @Test func nonsenseHasNoProbability() {
        #expect(chi2Probability(-1, degreesOfFreedom: 2) == nil && chi2Probability(.nan, degreesOfFreedom: 2) == nil)
        #expect(chi2Probability(1, degreesOfFreedom: 0) == nil && chi2Probability(1, degreesOfFreedom: -3) == nil)
        #expect(deviations(ofProbability: 0) == nil && deviations(ofProbability: .nan) == nil)
    }

    @Test func deviationsInvertTheGaussian() throws {
        for n in [0.5, 1, 2, 4.2, 6.0] {
            let found = try #require(deviations(ofProbability: Double.erfc(n / 2.0.squareRoot())))
            #expect(abs(found - n) < 1e-9)
        }
    }
}
