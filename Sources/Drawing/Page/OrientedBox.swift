import Foundation

/// A rectangle on the page at any angle: what a label covers.
package struct OrientedBox: Hashable, Sendable {
    package var center: PagePoint
    /// [pt]
    package var width: Double
    package var height: Double
    /// Counter-clockwise from the horizontal [rad].
    package var angle: Double

    package init(center: PagePoint, width: Double, height: Double, angle: Double) {
        self.center = center
        self.width = width
        self.height = height
        self.angle = angle
    }

    private var axis: PagePoint { .init(x: cos(angle), y: sin(angle)) }

    package var corners: [PagePoint] {
        let along = (width / 2) * axis
        let across = (height / 2) * axis.turnedLeft
        return [center - along - across, center + along - across, center + along + across, center - along + across]
    }

    package func inflated(by margin: Double) -> OrientedBox {
        .init(center: center, width: width + 2 * margin, height: height + 2 * margin, angle: angle)
    }

    /// Whether two boxes share any area: no axis of either separates them.
    package func overlaps(_ other: OrientedBox) -> Bool {
        let reach = (width + height + other.width + other.height) / 2
        guard (center - other.center).length < reach else { return false }
        let (mine, theirs) = (corners, other.corners)
        for direction in [axis, axis.turnedLeft, other.axis, other.axis.turnedLeft] {
            let (a, b) = (mine.map(direction.dot), theirs.map(direction.dot))
            guard let aLow = a.min(), let aHigh = a.max(), let bLow = b.min(), let bHigh = b.max() else { continue }
            if aHigh <= bLow || bHigh <= aLow { return false }
        }
        return true
    }

    /// How much of a straight piece lies inside [pt].
    package func lengthInside(from start: PagePoint, to end: PagePoint) -> Double {
        let (from, to) = (local(start), local(end))
        var (first, last) = (0.0, 1.0)
        for (a, b, half) in [(from.x, to.x, width / 2), (from.y, to.y, height / 2)] {
            if max(a, b) < -half || min(a, b) > half { return 0 }
            guard a != b else { continue }
            let (low, high) = ((-half - a) / (b - a), (half - a) / (b - a))
            first = max(first, min(low, high))
            last = min(last, max(low, high))
        }
        return first < last ? (last - first) * (to - from).length : 0
    }

    /// The point of the box nearest to another.
    package func nearestPoint(to point: PagePoint) -> PagePoint {
        let place = local(point)
        let x = min(width / 2, max(-width / 2, place.x))
        let y = min(height / 2, max(-height / 2, place.y))
        return center + x * axis + y * axis.turnedLeft
    }

    private func local(_ point: PagePoint) -> PagePoint {
        let away = point - center
        return .init(x: away.dot(axis), y: away.dot(axis.turnedLeft))
    }
}
