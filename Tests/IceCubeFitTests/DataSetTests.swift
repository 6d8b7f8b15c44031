import ConstraintKit
import Testing

@testable import IceCubeFit

@Suite struct DataSetTests {
    private func dataSet(
        stem: String = "mine", _ edges: [(Double, Double)], used: Bool = true,
        level: ConfidenceLevel = .notStated
    ) throws -> DataSet {
        try DataSet(
            stem: stem, title: "Mine", channel: .tracks,
            segments: edges.map {
                try Segment(lowerEdge: $0.0, upperEdge: $0.1, measurement: .upperLimit(1e-8), isUsedByDefault: used)
            }, limitConfidenceLevel: level, method: nil)
    }

    @Test func ordersItsSegments() throws {
        #expect(try dataSet([(1e5, 1e6), (1e4, 1e5)]).segments.map(\.lowerEdge) == [1e4, 1e5])
    }

    @Test func refusesOverlap() {
        #expect(throws: DataSetError.overlappingSegments(stem: "mine", upperEdge: 2e5, nextLowerEdge: 1e5)) {
            try dataSet([(1e4, 2e5), (1e5, 1e6)])
        }
    }

    @Test func refusesToBeEmpty() {
        #expect(throws: DataSetError.noSegments(stem: "mine")) { try dataSet([]) }
        #expect(throws: DataSetError.noSegments(stem: "mine")) { try dataSet([(1e4, 1e5)], used: false) }
    }

    @Test func refusesToBeEndless() {
        let edges = (0...DataSet.maximumSegments).map { number -> (Double, Double) in
            let lower: Double = 1e4 + Double(number)
            return (lower, lower + 1)
        }
        #expect(throws: DataSetError.tooManySegments(stem: "mine", count: 1001, maximum: 1000)) {
            try dataSet(edges)
        }
    }

    @Test(arguments: ["", "../x", "a/b", ".hidden", "a..b", "a.", "ü", String(repeating: "a", count: 65)])
    func refusesAStem(_ stem: String) {
        #expect(throws: DataSetError.unusableStem(stem)) { try dataSet(stem: stem, [(1e4, 1e5)]) }
    }

    @Test(arguments: [0, 1, 90, -0.1, .infinity]) func refusesALevel(_ level: Double) {
        #expect(throws: DataSetError.unusableParameter(stem: "mine", name: "confidence_level", text: "\(level)")) {
            try dataSet([(1e4, 1e5)], level: .stated(level))
        }
    }
}
