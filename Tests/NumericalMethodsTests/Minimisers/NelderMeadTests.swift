import Testing

@testable import NumericalMethods

@Suite struct NelderMeadTests {
    private let simplex = NelderMead(tolerance: 1e-10, size: 1e-5)

    @Test func findsTheVertexOfABowl() {
        let found = simplex.minimum(from: [0, 0], steps: [1, 1]) { x in
            (x[0] - 1.3) * (x[0] - 1.3) + 10 * (x[1] + 0.4) * (x[1] + 0.4) + 2
        }
        // The values agree to 1e-10, so the place is known to its root.
        #expect(abs(found.x[0] - 1.3) < 1e-4 && abs(found.x[1] + 0.4) < 1e-4)
        #expect(abs(found.y - 2) < 1e-9)
    }

    @Test func followsABentValley() {
        // Rosenbrock's function, from his own start.
        let found = simplex.minimum(from: [-1.2, 1], steps: [0.3, 0.3]) { x in
            let bend = x[1] - x[0] * x[0]
            return 100 * bend * bend + (1 - x[0]) * (1 - x[0])
        }
        #expect(abs(found.x[0] - 1) < 1e-3 && abs(found.x[1] - 1) < 2e-3)
    }

    @Test func findsTheFootOfAKink() {
        let found = simplex.minimum(from: [2, 2], steps: [0.5, -0.5]) { abs($0[0] - 0.3) + 2 * abs($0[1] - 0.7) }
        #expect(found.y < 1e-4)
    }

    @Test func comesToRestAgainstAWall() {
        let found = simplex.minimum(from: [0.5, 0.5], steps: [0.2, 0.2]) { x in
            let inside = min(x[0], 1)
            return (inside - 2) * (inside - 2) + x[1] * x[1]
        }
        // Beyond the wall the function is flat; its least value is 1.
        #expect(abs(found.y - 1) < 1e-6)
    }

    @Test(arguments: [Double.nan, .infinity]) func endsOnAFunctionWithoutValues(_ value: Double) {
        var evaluations = 0
        _ = simplex.minimum(from: [0, 0], steps: [1, 1]) { _ in
            evaluations += 1
            return value
        }
        #expect(evaluations <= simplex.maximumEvaluations + 4)
    }

    @Test func passesAnErrorOn() {
        #expect(throws: Failure.any) {
            try simplex.minimum(from: [0], steps: [1]) { _ throws(Failure) -> Double in throw .any }
        }
    }

    private enum Failure: Error { case any }
}
