import ConstraintKit
import Testing

@testable import Answers
@testable import Documents
@testable import Drawing

@Suite struct TracedRegionTests {
    let frame = PageFrame(width: 100, height: 100, masses: 1...100, couplings: 1e-5...1e-1)
    let masses = [1.0, 10, 100]

    private func visible(_ columns: [CouplingIntervals?]) -> [PageLine] {
        TracedRegion(columns, masses: masses, in: frame).edges.flatMap(frame.visibleParts)
    }

    @Test func anUpperLimitIsOneLine() {
        let lines = visible([.init(.above(1e-4)), .init(.above(1e-3)), .init(.above(1e-2))])
        #expect(lines == [[.init(x: 0, y: 25), .init(x: 50, y: 50), .init(x: 100, y: 75)]])
    }

    /// A bound that excludes up to a mass and nothing beyond has an upright edge, walked with the region on the left.
    @Test func aMassBoundIsAnUprightLine() {
        let lines = visible([.init(.above(1e-9)), .init(.above(1e-9)), .init()])
        #expect(lines == [[.init(x: 75, y: 0), .init(x: 75, y: 100)]])
    }

    @Test func aCurveThatEndsIsLeftOpen() {
        let lines = visible([.init(.above(1e-4)), .init(.above(1e-4)), nil])
        #expect(lines == [[.init(x: 0, y: 25), .init(x: 50, y: 25)]])
    }

    @Test func aContourThatEndsIsClosed() {
        let inside = CouplingIntervals(.init(lower: 1e-4, upper: 1e-2))
        let lines = visible([nil, inside, inside])
        #expect(lines.contains([.init(x: 50, y: 75), .init(x: 50, y: 25)]))
    }

    @Test func areasAreCutAtTheFrame() {
        let area = [PagePoint(x: -50, y: 20), .init(x: 150, y: 20), .init(x: 150, y: 300), .init(x: -50, y: 300)]
        let clipped = frame.clipped(area)
        #expect(clipped.allSatisfy { frame.area.contains($0) })
        #expect(Set(clipped) == [.init(x: 0, y: 20), .init(x: 100, y: 20), .init(x: 100, y: 100), .init(x: 0, y: 100)])
    }

    @Test func simplifyingKeepsCorners() {
        let line = [PagePoint(x: 0, y: 0), .init(x: 1, y: 0.01), .init(x: 2, y: 0), .init(x: 2, y: 5)]
        #expect(line.simplified(within: 0.1) == [line[0], line[2], line[3]])
    }
}
