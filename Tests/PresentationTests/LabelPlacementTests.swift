import ConstraintKit
import Testing

@testable import AllowedRegion
@testable import Presentation

@Suite struct LabelPlacementTests {
    /// The geometry itself, in both sizes: nothing depends on what a drawing program makes of it.
    @Test(arguments: [FigureSize.page, .column]) func labelsKeepApart(size: FigureSize) throws {
        let point = MapFigure.MarkedPoint(name: "P1", mass: try Mass(inMeV: 6.5), coupling: try Coupling(5e-4))
        let scene = FigureScene(try Sample.map(), options: .init(size: size, points: [point]))
        #expect(scene.unlabelled.isEmpty)
        // Every bound, the marked point, the region and the edge of the transport.
        #expect(scene.labels.count == Sample.bounds.count + 3)
        for (number, label) in scene.labels.enumerated() {
            #expect(label.place.box.corners.allSatisfy { scene.layout.area.contains($0) }, "\(label.text)")
            for other in scene.labels.dropFirst(number + 1) {
                #expect(!label.place.box.overlaps(other.place.box), "\(label.text) on \(other.text)")
            }
        }
    }

    @Test func leadersCrossNoLabel() throws {
        let scene = FigureScene(try Sample.map(), options: .init(size: .column))
        for label in scene.labels {
            guard let leader = label.place.leader else { continue }
            for other in scene.labels where other.text != label.text {
                #expect(other.place.box.lengthInside(from: leader.from, to: leader.to) == 0)
            }
        }
    }

    /// Alone in the frame a label stands beside its line, turned with it, and off it.
    @Test func aFreeLineIsLabelledAlongItself() throws {
        let frame = PageFrame(width: 300, height: 200, masses: 1...100, couplings: 1e-5...1e-1)
        let line = [PagePoint(x: 0, y: 0), PagePoint(x: 300, y: 150)]
        let request = LabelRequest(text: "line", width: 60, height: 8, lines: [line])
        let place = try #require(LabelPlacement(area: frame.area, requests: [request]).places(for: [request])[0])
        #expect(place.leader == nil)
        // The line climbs by one in two; atan(1/2) = 0.4636 to the digits written.
        #expect(abs(place.box.angle - 0.4636) < 1e-4)
        #expect(place.box.lengthInside(from: line[0], to: line[1]) == 0)
        #expect(!place.coversLines)
    }

    @Test func aLabelWithNoRoomAtAllIsReported() {
        let frame = PageFrame(width: 40, height: 20, masses: 1...100, couplings: 1e-5...1e-1)
        let line = [PagePoint(x: 0, y: 10), PagePoint(x: 40, y: 10)]
        let request = LabelRequest(text: "long", width: 60, height: 8, lines: [line])
        #expect(LabelPlacement(area: frame.area, requests: [request]).places(for: [request]) == [nil])
    }

    @Test func boxesOverlapAsRectanglesDo() {
        let box = OrientedBox(center: .init(x: 0, y: 0), width: 10, height: 2, angle: 0)
        #expect(box.overlaps(.init(center: .init(x: 0, y: 3), width: 10, height: 2, angle: .pi / 2)))
        #expect(!box.overlaps(.init(center: .init(x: 0, y: 2.5), width: 10, height: 2, angle: 0)))
        // Their upright hulls overlap, they do not.
        let tilted = OrientedBox(center: .init(x: 0, y: 0), width: 10, height: 2, angle: .pi / 4)
        #expect(!tilted.overlaps(.init(center: .init(x: -2, y: 2), width: 10, height: 2, angle: .pi / 4)))
        #expect(box.lengthInside(from: .init(x: -20, y: 0), to: .init(x: 20, y: 0)) == 10)
    }
}
