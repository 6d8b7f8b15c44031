import NumericalMethods
import Testing

@testable import Scan

@Suite("The search of a profile within its ranges")
struct ProfileSearchTests {
    static let range = ScanParameter(name: "x", distribution: .linear(from: 0, to: 1), count: nil)

    @Test("Beyond an end the range is mirrored", arguments: [(-0.2, 0.2), (1.3, 0.7), (0, 0), (1, 1), (0.4, 0.4)])
    func mirrored(coordinate: Double, value: Double) {
        #expect(abs(Self.range.value(inSearch: coordinate) - value) < 1e-15)
    }

    /// Just inside an end a simplex that steps over it must come back: at the end the function is a quarter or more above the least.
    @Test("A least value next to an end is found", arguments: [0.005, 0.02, 0.98, 0.995], [1, 2, 3])
    func nextToAnEnd(place: Double, dimension: Int) {
        let found = SeveralStarts(dimension: dimension).minimum { x in
            x.reduce(0) { sum, coordinate in
                let distance = Self.range.value(inSearch: coordinate) - place
                let isTowardsTheEnd = place < 0.5 ? distance < 0 : distance > 0
                return sum + (isTowardsTheEnd ? 1e4 : 10) * distance * distance
            }
        }
        #expect(found.hasConverged && found.y < 1e-3, "\(found)")
    }
}
