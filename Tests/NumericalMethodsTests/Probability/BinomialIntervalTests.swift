import NumericalMethods
import Testing

struct BinomialIntervalTests {
    /// Quantiles of the beta distribution by SciPy.
    @Test(arguments: [
        (0, 10, 0.0, 0.16814918613797644), (3, 1000, 0.001367728397042591, 0.005909554047358588),
        (7, 10, 0.49173751800974763, 0.8583280988928198), (10, 10, 0.8318508138620235, 1.0),
        (500, 1000, 0.48369702103800044, 0.5163029789619995),
    ])
    func theIntervalIsThatOfClopperAndPearson(count: Int, total: Int, lower: Double, upper: Double) {
        let interval = BinomialInterval.central(count, of: total, level: 0.682_689_492_137_086)
        // Sums of a thousand terms whose logarithms are some 1e3 large are rounded by 1e-13 of themselves.
        #expect(abs(interval.lowerBound - lower) < 1e-11)
        #expect(abs(interval.upperBound - upper) < 1e-11)
    }
}
