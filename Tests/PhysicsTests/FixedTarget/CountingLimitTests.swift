import Physics
import RealModule
import Testing

@Suite("Limits on a count of events")
struct CountingLimitTests {
    /// Upper limits of a Poisson mean without a background, 90 % (PDG, table of the review of statistics).
    @Test(
        "Without a background: the limits of Poisson's law",
        arguments: [(0, 2.303), (1, 3.890), (2, 5.322), (5, 9.275)])
    func withoutBackground(observed: Int, expected: Double) throws {
        let limit = try #require(CountingLimit(confidenceLevel: 0.9))
        // Printed to 1e-3, 5e-3 for the last.
        #expect(abs(limit.signal(observed: observed) - expected) < 1e-3)
    }

    @Test("No event: −ln(1 − CL), whatever the background", arguments: [0.0, 0.3, 7, 150])
    func noEvent(background: Double) throws {
        for level in [0.1, 0.68, 0.9, 0.95, 0.999] {
            let limit = try #require(CountingLimit(confidenceLevel: level, background: background))
            #expect(abs(limit.signal(observed: 0) + Double.log(1 - level)) < 1e-12)
        }
    }

    @Test("P(≤ n | s + b) = (1 − CL) P(≤ n | b)", arguments: [(3, 1.0), (0, 2), (12, 20), (90, 100)])
    func definition(observed: Int, background: Double) throws {
        let limit = try #require(CountingLimit(confidenceLevel: 0.95, background: background))
        func probability(_ mean: Double) -> Double {
            (0...observed).reduce(0) { (sum: Double, count: Int) -> Double in
                let number = Double(count)
                let logarithm: Double = number * Double.log(mean) - mean - Double.logGamma(number + 1)
                return sum + Double.exp(logarithm)
            }
        }
        let ratio = probability(limit.signal(observed: observed) + background) / probability(background)
        #expect(abs(ratio / 0.05 - 1) < 1e-9)
    }

    @Test("What is expected: 2.303 without a background, and for a large one its fluctuation")
    func expected() throws {
        let none = try #require(CountingLimit(confidenceLevel: 0.9))
        #expect(abs(none.expectedSignal - none.signal(observed: 0)) < 1e-12)
        var previous = none.expectedSignal
        for background in [0.01, 0.1, 1, 10, 100, 200] {
            let next = try #require(CountingLimit(confidenceLevel: 0.9, background: background)).expectedSignal
            #expect(next > previous)
            previous = next
        }
        // CL_s of a Gaussian at its centre: 1.645 σ for 90 %; a spread of n makes its mean larger by some per cent, the
        // skewness of 200 counts by some more.
        #expect(previous / 200.0.squareRoot() > 1.645 && previous / 200.0.squareRoot() < 1.645 * 1.2)
    }

    @Test("What is no confidence level or background is refused")
    func refused() {
        for level in [0, 1, -0.1, 1.1, .nan] { #expect(CountingLimit(confidenceLevel: level) == nil) }
        for background in [-1e-9, 201, .infinity, .nan] {
            #expect(CountingLimit(confidenceLevel: 0.9, background: background) == nil)
        }
    }
}
