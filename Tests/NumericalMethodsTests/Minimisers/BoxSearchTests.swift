import NumericalMethods
import RealModule
import Testing

@Suite("The least value over a box")
struct BoxSearchTests {
    /// Two valleys, of which the deeper is narrow: the lattice shows both.
    @Test func deeperOfTwoValleys() {
        let found = BoxSearch(counts: [11]).minimum { x in
            min((x[0] - 0.2) * (x[0] - 0.2), 40 * (x[0] - 0.83) * (x[0] - 0.83) - 0.01)
        }
        // The search ends 3e-4 from the place at the latest.
        #expect(abs(found.x[0] - 0.83) < 3e-4)
        #expect(abs(found.y + 0.01) < 40 * 3e-4 * 3e-4)
    }

    @Test func endsCount() {
        #expect(BoxSearch(counts: [5]).minimum { $0[0] }.x == [0])
        #expect(BoxSearch(counts: [5]).minimum { -$0[0] }.x == [1])
        let corner = BoxSearch(counts: [3, 4]).minimum { $0[0] - $0[1] }
        #expect(corner.x == [0, 1] && corner.y == -1)
    }

    @Test func insideOfTwoAndThree() {
        for dimension in 2...3 {
            let target = [0.31, 0.74, 0.5].prefix(dimension)
            let found = BoxSearch(counts: Array(repeating: 4, count: dimension)).minimum { x in
                zip(x, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            // A simplex no larger than 3e-4 with values as near holds a place within some of its sides of the least.
            #expect(zip(found.x, target).allSatisfy { abs($0 - $1) < 2e-2 } && found.y < 3e-4, "\(found)")
        }
    }

    /// Every place that is asked about lies inside.
    @Test func staysInside() {
        _ = BoxSearch(counts: [3, 3]).minimum { x in
            #expect(x.allSatisfy { (0...1).contains($0) })
            return -x[0] - x[1] + 0.1 * Double.sin(20 * x[0])
        }
    }

    @Test func latticeRunsTheLastFastest() {
        #expect(BoxSearch(counts: [2, 3]).places == [[0, 0], [0, 0.5], [0, 1], [1, 0], [1, 0.5], [1, 1]])
    }
}
