import NumericalMethods
import Testing

@Suite("Quantiles of the normal distribution")
struct NormalQuantileTests {
    @Test(
        "One-sided levels of the normal distribution",
        arguments: [(0.5, 0.0), (0.9, 1.281551565545), (0.95, 1.644853626951), (0.977249868051821, 2.0)])
    func quantiles(level: Double, expected: Double) throws {
        // Tabulated to twelve decimals.
        #expect(abs(try #require(NormalQuantile.deviations(oneSided: level)) - expected) < 1e-11)
    }

    @Test("No number of deviations for what is not a one-sided level", arguments: [0, 0.3, 1, 97.7, -1, .nan])
    func notALevel(level: Double) {
        #expect(NormalQuantile.deviations(oneSided: level) == nil)
    }
}
