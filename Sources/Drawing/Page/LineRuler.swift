import Foundation
import NumericalMethods

/// A line measured along its length.
struct LineRuler {
    private let points: PageLine
    /// The length up to each point [pt].
    private let marks: [Double]

    init(_ line: PageLine) {
        points = line
        var marks = [0.0]
        for (start, end) in zip(line, line.dropFirst()) { marks.append(marks[marks.count - 1] + (end - start).length) }
        self.marks = marks
    }

    var length: Double { marks[marks.count - 1] }

    /// Evenly spaced positions, both ends included.
    func positions(count: Int) -> [Double] { (0..<count).map { length * Double($0) / Double(count - 1) } }

    func point(at position: Double) -> PagePoint {
        let index = piece(at: position)
        guard index + 1 < points.count else { return points[points.count - 1] }
        let run = marks[index + 1] - marks[index]
        guard run > 0 else { return points[index] }
        return points[index] + ((position - marks[index]) / run) * (points[index + 1] - points[index])
    }

    /// The straight line between two positions.
    func chord(from first: Double, to last: Double) -> Chord { .init(start: point(at: first), end: point(at: last)) }

    /// How far the line runs above and below its chord, as a reader sees it [pt].
    func deviation(from first: Double, to last: Double) -> (above: Double, below: Double) {
        let chord = chord(from: first, to: last)
        let up = chord.direction.turnedLeft
        var (above, below) = (0.0, 0.0)
        for index in piece(at: first)...max(piece(at: first), piece(at: last))
        where marks[index] > first && marks[index] < last {
            let height = (points[index] - chord.start).dot(up)
            above = max(above, height)
            below = max(below, -height)
        }
        return (above, below)
    }

    /// The index of the piece a position lies on.
    private func piece(at position: Double) -> Int {
        marks.lastIndex(notAbove: position) ?? 0
    }

    struct Chord {
        var start: PagePoint
        var end: PagePoint

        var middle: PagePoint { 0.5 * (start + end) }

        /// Whether the line itself runs that way.
        var runsAsRead: Bool { (end - start).dot(direction) > 0 }

        /// From left to right, or upwards, whichever way the line runs: the way a label on it is read.
        var direction: PagePoint {
            let along = (end - start).normalised
            return along.x < -1e-6 || (abs(along.x) <= 1e-6 && along.y < 0) ? -1 * along : along
        }

        /// Between −π/2 and π/2; nil where the line turns back on itself.
        var readableAngle: Double? {
            guard (end - start).length > 0 else { return nil }
            return atan2(direction.y, direction.x)
        }
    }
}
