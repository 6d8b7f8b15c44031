import NumericalMethods
import Testing

@Suite struct RisingTableTests {
    @Test func partsAsALinearSearchDoes() {
        for count in 0...9 {
            let numbers = Array(0..<count)
            for border in 0...count { #expect(numbers.partitioningIndex { $0 >= border } == border) }
        }
    }

    @Test func aSliceKeepsItsIndices() {
        #expect([1, 2, 3, 4, 5][2...].partitioningIndex { $0 > 4 } == 4)
    }

    @Test(arguments: [(0.5, nil), (1, 0), (1.5, 0), (2, 2), (3, 2), (4, 3), (9, 3)] as [(Double, Int?)])
    func findsTheLastNotAbove(_ value: Double, _ expected: Int?) {
        #expect([1.0, 2, 2, 4].lastIndex(notAbove: value) == expected)
    }

    @Test(arguments: [(-1.0, 0), (0, 0), (0.5, 0), (1, 1), (2.9, 1), (3, 1), (7, 1)])
    func whatLiesOutsideBelongsToTheEnds(_ value: Double, _ expected: Int) {
        #expect([0.0, 1, 3].interval(of: value) == expected)
    }
}
