import Testing

@testable import IceCubeFit

@Suite struct SegmentTests {
    @Test func integratesAFluxThatFallsAsTheSquare() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(1e-8))
        // 1/10⁴ − 1/(2·10⁴), to rounding.
        #expect(abs(segment.integral - 5e-5) < 1e-20)
    }

    // The errors carry NaN, which equals nothing: the case is what counts.

    @Test(arguments: [
        (2e4, 1e4), (1e4, 1e4), (0, 1e4), (-1, 1e4), (.nan, 1e4), (1e4, .nan), (1e4, .infinity), (1, 1e14),
    ])
    func refusesEdges(_ lower: Double, _ upper: Double) {
        let error = #expect(throws: SegmentError.self) {
            try Segment(lowerEdge: lower, upperEdge: upper, measurement: .upperLimit(1e-8))
        }
        guard case .unusableEdges? = error else { return noteWrong(error) }
    }

    @Test(arguments: [0, -1e-8, .nan, .infinity, 1e-300, 5]) func refusesAnError(_ value: Double) {
        for (minus, plus) in [(value, 1e-8), (1e-8, value)] {
            let error = #expect(throws: SegmentError.self) {
                try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .flux(1e-8, minus: minus, plus: plus))
            }
            guard case .unusableError? = error else { return noteWrong(error) }
        }
    }

    @Test(arguments: [-1e-8, .nan, .infinity, 5]) func refusesAFlux(_ value: Double) {
        let error = #expect(throws: SegmentError.self) {
            try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .flux(value, minus: 1e-8, plus: 1e-8))
        }
        guard case .unusableFlux? = error else { return noteWrong(error) }
    }

    @Test(arguments: [0, -1e-8, .nan, .infinity, 1e-300, 5]) func refusesALimit(_ value: Double) {
        let error = #expect(throws: SegmentError.self) {
            try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .upperLimit(value))
        }
        guard case .unusableUpperLimit? = error else { return noteWrong(error) }
    }
}
