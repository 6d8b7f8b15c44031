import Testing

@testable import NumericalMethods

@Suite struct BrentMinimiserTests {
    private let minimiser = BrentMinimiser(tolerance: 1e-6)

    @Test(arguments: [1.9, 2.5, 2.616, 3.4])
    func findsTheVertexOfAParabola(_ vertex: Double) {
        let best = minimiser.minimum(in: 1.8...3.5) { 3 + 7 * ($0 - vertex) * ($0 - vertex) }
        // Twice the tolerance is where Brent's method stops.
        #expect(abs(best.x - vertex) < 2e-6)
        #expect(abs(best.y - 3) < 7 * 4e-12)
    }

    @Test func findsAKink() {
        let best = minimiser.minimum(in: 0...1) { abs($0 - 0.3) }
        #expect(abs(best.x - 0.3) < 2e-6)
    }

    @Test(arguments: [1.0, -1.0]) func goesToTheEndTheFunctionFallsTowards(_ slope: Double) {
        let best = minimiser.minimum(in: 1.8...3.5) { slope * $0 }
        #expect(abs(best.x - (slope > 0 ? 1.8 : 3.5)) < 4e-6)
    }

    @Test func isDoneSoonWhereTheFunctionIsSmooth() {
        var evaluations = 0
        _ = BrentMinimiser(tolerance: 1e-4).minimum(in: 1.8...3.5) {
            evaluations += 1
            return ($0 - 2.5) * ($0 - 2.5) * (1 + 0.1 * $0)
        }
        // Golden sections alone would take 21 to shrink the range to the tolerance.
        #expect(evaluations < 15)
    }

    @Test func endsOnAFunctionThatIsNotANumber() {
        #expect(minimiser.minimum(in: 0...1) { _ in Double.nan }.y.isNaN)
    }

    @Test func passesAnErrorOn() {
        #expect(throws: Failure.any) {
            try minimiser.minimum(in: 0...1) { _ throws(Failure) -> Double in throw .any }
        }
    }

    private enum Failure: Error { case any }
}
