import Testing

@testable import IceCubeFit

@Suite struct SegmentTests {
    @Test func integratesAFluxThatFallsAsTheSquare() throws {
        let segment = try Segment(lowerEdge: 1e4, upperEdge: 2e4, measurement: .upperLimit(1e-8))
        // 1/10⁴ − 1/(2·10⁴), to rounding.
        #expect(abs(segment.integral - 5e-5) < 1e-20)
    }

    @Test(arguments: [(2e4, 1e4), (1e4, 1e4), (0, 1e4), (-1, 1e4), (.nan, 1e4), (1e4, .nan), (1e4, .infinity), (1, 1e14)])
    func refusesEdges(_ lower: Double, _ upper: Double) {
        // The payload may hold NaN, which equals nothing: the case is what counts.
        do {
            _ = try Segment(lowerEdge: lower, upperEdge: upper, measurement: .upperLimit(1e-8))
            Issue.record("made a segment from \(lower) to \(upper)")
        } catch {
            guard case .unusableEdges = error else { Issue.record("\(error)"); return }
        }
    }

    @Test(arguments: [0, -1e-8, .nan, .infinity, 1e-300, 5]) func refusesAnError(_ value: Double) {
        for measurement in [
            Segment.Measurement.flux(1e-8, minus: value, plus: 1e-8), .flux(1e-8, minus: 1e-8, plus: value),
        ] {
            do {
                _ = try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: measurement)
                Issue.record("made a segment with an error of \(value)")
            } catch {
                guard case .unusableError = error else { Issue.record("\(error)"); return }
            }
        }
    }

    @Test(arguments: [-1e-8, .nan, .infinity, 5]) func refusesAFlux(_ value: Double) {
        do {
            _ = try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .flux(value, minus: 1e-8, plus: 1e-8))
            Issue.record("made a segment with a flux of \(value)")
        } catch {
            guard case .unusableFlux = error else { Issue.record("\(error)"); return }
        }
    }

    @Test(arguments: [0, -1e-8, .nan, .infinity, 1e-300, 5]) func refusesALimit(_ value: Double) {
        do {
            _ = try Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .upperLimit(value))
            Issue.record("made a segment with a limit of \(value)")
        } catch {
            guard case .unusableUpperLimit = error else { Issue.record("\(error)"); return }
        }
    }
}
