/// A place on the page [pt], from the lower left corner of the plot area.
package struct PagePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    package static func + (left: PagePoint, right: PagePoint) -> PagePoint {
        .init(x: left.x + right.x, y: left.y + right.y)
    }
    package static func - (left: PagePoint, right: PagePoint) -> PagePoint {
        .init(x: left.x - right.x, y: left.y - right.y)
    }
    package static func * (factor: Double, point: PagePoint) -> PagePoint {
        .init(x: factor * point.x, y: factor * point.y)
    }

    package var length: Double { (x * x + y * y).squareRoot() }
    /// Turned by a quarter to the left.
    package var turnedLeft: PagePoint { .init(x: -y, y: x) }

    package func dot(_ other: PagePoint) -> Double { x * other.x + y * other.y }
    package func cross(_ other: PagePoint) -> Double { x * other.y - y * other.x }

    /// The distance from a straight piece.
    package func distance(fromPieceBetween start: PagePoint, and end: PagePoint) -> Double {
        let along = end - start
        let square = along.dot(along)
        guard square > 0 else { return (self - start).length }
        let fraction = min(1, max(0, (self - start).dot(along) / square))
        return (self - (start + fraction * along)).length
    }

    /// Of length 1 in the same direction; itself where it has none.
    package var normalised: PagePoint { length > 0 ? (1 / length) * self : self }
}

/// A line of straight pieces on the page.
package typealias PageLine = [PagePoint]

extension PageLine {
    /// With no more points than are needed to stay within `tolerance` [pt] of every one (Douglas and Peucker's way).
    package func simplified(within tolerance: Double) -> PageLine {
        guard count > 2 else { return self }
        var isKept = [Bool](repeating: false, count: count)
        isKept[0] = true
        isKept[count - 1] = true
        var pending = [(0, count - 1)]
        while let (first, last) = pending.popLast() {
            var farthest = (index: first, distance: tolerance)
            for index in (first + 1)..<Swift.max(last, first + 1) {
                let away = self[index].distance(fromPieceBetween: self[first], and: self[last])
                if away > farthest.distance { farthest = (index, away) }
            }
            guard farthest.index > first else { continue }
            isKept[farthest.index] = true
            pending.append((first, farthest.index))
            pending.append((farthest.index, last))
        }
        return indices.filter { isKept[$0] }.map { self[$0] }
    }

    /// The same line moved to its left side by a distance [pt].
    package func movedLeft(by distance: Double) -> PageLine {
        guard count > 1 else { return self }
        let normals = zip(self, dropFirst()).map { ($1 - $0).normalised.turnedLeft }
        return indices.map { index in
            let before = normals[Swift.max(0, index - 1)]
            let after = normals[Swift.min(normals.count - 1, index)]
            let middle = (before + after).normalised
            // In a sharp corner the meeting point of the moved pieces runs away; twice the distance is enough.
            let stretch = 1 / Swift.max(0.5, middle.dot(before))
            return self[index] + (distance * stretch) * middle
        }
    }
}
