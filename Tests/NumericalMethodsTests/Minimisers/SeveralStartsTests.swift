import NumericalMethods
import Testing

struct SeveralStartsTests {
    /// Many valleys: a simplex from the middle ends in one of the wrong ones.
    @Test
    func theDeepestOfSeveralValleysIsFound() {
        func valleys(_ x: [Double]) -> Double {
            // Two pits and a kink between them; the deeper one, −2 at (0.12, 0.85), is the narrower.
            func pit(_ at: (Double, Double), _ depth: Double, _ width: Double) -> Double {
                let distance = ((x[0] - at.0) * (x[0] - at.0) + (x[1] - at.1) * (x[1] - at.1)).squareRoot()
                return -depth * max(0, 1 - distance / width)
            }
            return pit((0.12, 0.85), 2, 0.3) + pit((0.7, 0.4), 1, 0.5) + 0.1 * abs(x[0] - x[1])
        }
        var search = SeveralStarts(dimension: 2)
        search.tolerance = 1e-6
        search.size = 1e-6
        let found = search.minimum(of: valleys)
        // A cone's foot to the side of the last simplex, and the slope of the kink, 0.1, moves it by nothing.
        #expect(abs(found.x[0] - 0.12) < 1e-5 && abs(found.x[1] - 0.85) < 1e-5 && found.hasConverged)
        #expect(found.evaluations <= search.evaluations)
        // A function of the settings alone.
        #expect(search.minimum(of: valleys) == found)
    }

    /// Beyond its ends a parameter is its end: the least value there is found, and counts as found.
    @Test(arguments: [0.0, 1.0])
    func anEndIsReached(end: Double) {
        let found = SeveralStarts(dimension: 1).minimum { abs(min(max($0[0], 0), 1) - end) }
        // χ² = |x − end| to the tolerance of 1e-4.
        #expect(abs(min(max(found.x[0], 0), 1) - end) < 1e-4 && found.hasConverged)
    }

    @Test
    func evaluationsAreBounded() {
        for limit in [17, 40, 300] {
            var search = SeveralStarts(dimension: 4)
            search.evaluations = limit
            // A curved valley with a kink at its bottom, in four dimensions: not to be followed in so few.
            let found = search.minimum { x in
                zip(x, x.dropFirst()).reduce(0) { $0 + 100 * abs($1.1 - $1.0 * $1.0) + abs(1 - $1.0) }
            }
            #expect(found.evaluations <= limit && !found.hasConverged)
        }
    }

    @Test
    func aFunctionWithoutAnyValueHasNoMinimum() {
        let found = SeveralStarts(dimension: 3).minimum { _ in .nan }
        #expect(found.y == .infinity && !found.hasConverged && found.evaluations == SeveralStarts(dimension: 3).starts)
    }

    /// Nothing but a corner has values.
    @Test
    func placesWithoutValuesAreLeft() {
        let found = SeveralStarts(dimension: 2).minimum { x in
            x[0] > 0.4 && x[1] < 0.7 ? (x[0] - 0.45) * (x[0] - 0.45) + x[1] * x[1] : .nan
        }
        #expect(found.y < 1e-4 && found.hasConverged)
    }
}
