import Testing

@testable import Drawing

@Suite struct LabelPlacementTests {
    /// Signs for steep lines that run together: each stands off them, at the end of a leader.
    @Test func leadersCrossNoLabel() throws {
        let area = PageArea(width: 300, height: 200)
        let requests = (0..<8).map { number in
            let x = 130 + 6 * Double(number)
            let line = [PagePoint(x: x, y: 20), PagePoint(x: x, y: 180)]
            return LabelRequest(text: "\(number)", width: 30, height: 8, lines: [line], manner: .offLine)
        }
        let places = try LabelPlacement(area: area, requests: requests).places(for: requests).map {
            try #require($0)
        }
        for (number, place) in places.enumerated() {
            let leader = try #require(place.leader)
            for (other, label) in places.enumerated() where other != number {
                #expect(label.box.lengthInside(from: leader.from, to: leader.to) == 0, "\(number) crosses \(other)")
            }
        }
    }

    /// Alone in the frame a label stands beside its line, turned with it, and off it.
    @Test func aFreeLineIsLabelledAlongItself() throws {
        let area = PageArea(width: 300, height: 200)
        let line = [PagePoint(x: 0, y: 0), PagePoint(x: 300, y: 150)]
        let request = LabelRequest(text: "line", width: 60, height: 8, lines: [line])
        let place = try #require(LabelPlacement(area: area, requests: [request]).places(for: [request])[0])
        #expect(place.leader == nil)
        // The line climbs by one in two; atan(1/2) = 0.4636 to the digits written.
        #expect(abs(place.box.angle - 0.4636) < 1e-4)
        #expect(place.box.lengthInside(from: line[0], to: line[1]) == 0)
        #expect(!place.coversLines)
    }

    @Test func aLabelWithNoRoomAtAllIsReported() {
        let area = PageArea(width: 40, height: 20)
        let line = [PagePoint(x: 0, y: 10), PagePoint(x: 40, y: 10)]
        let request = LabelRequest(text: "long", width: 60, height: 8, lines: [line])
        #expect(LabelPlacement(area: area, requests: [request]).places(for: [request]) == [nil])
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
