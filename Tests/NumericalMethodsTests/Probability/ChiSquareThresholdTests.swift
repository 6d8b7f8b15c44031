import Testing

@testable import NumericalMethods

@Suite struct ChiSquareThresholdTests {
    // The quantiles as the Particle Data Group prints them, to their printed digits.
    @Test(arguments: [(0.90, 4.605), (0.95, 5.991), (0.975, 7.378)])
    func isTheQuantileForTwoParameters(_ level: Double, _ expected: Double) throws {
        #expect(abs(try #require(chi2Threshold(confidenceLevel: level)) - expected) < 5e-4)
    }

    @Test(arguments: [0, 1, -0.5, 1.5, .nan, 90]) func answersNothingToNoLevel(_ level: Double) {
        #expect(chi2Threshold(confidenceLevel: level) == nil)
    }
}
