import RealModule

/// In which interval of u the path of a column crosses each line, and that of the column above did.
struct ShellCrossings {
    private let step: Double
    private let count: Int
    private let distances: [Double]
    /// Of each line; −1: the path begins below it, or arrives above.
    private(set) var intervals: [Int]
    private var before: [Int]
    /// What daughters each line made in its interval, relative to the others, for the column above and then this one.
    var made: [Double]

    init(_ layout: GridLayout, _ lines: Lines) {
        step = layout.step
        count = layout.intervals
        distances = lines.distances
        intervals = distances.map { _ in -1 }
        before = intervals
        made = distances.map { _ in 0 }
    }

    mutating func move(to place: Double) {
        for (line, distance) in distances.enumerated() {
            before[line] = intervals[line]
            let interval = ((-distance - place) / step).rounded(.down)
            intervals[line] = interval >= 0 && interval < Double(count) ? Int(interval) : -1
        }
    }

    /// The highest line that is crossed in an interval; nil: none is.
    @inline(__always)
    func owner(of interval: Int) -> Int? { Self.first(interval, intervals) }

    /// That of the column above.
    func former(of interval: Int) -> Int? { Self.first(interval, before) }

    /// Of what lines made in an interval in the column above, the part of those that are still crossed there.
    func sharesLeft(in interval: Int) -> Double {
        var (left, all) = (0.0, 0.0)
        for line in before.indices where before[line] == interval {
            all += made[line]
            if intervals[line] == interval { left += made[line] }
        }
        return all > 0 ? left / all : 0
    }

    @inline(__always)
    private static func first(_ interval: Int, _ intervals: [Int]) -> Int? {
        for line in intervals.indices where intervals[line] == interval { return line }
        return nil
    }
}
