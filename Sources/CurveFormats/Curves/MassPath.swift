import ConstraintKit

/// How the masses of a line go from row to row: only up or down, once round, or to and fro.
struct MassPath {
    enum Shape: Hashable {
        /// Masses only rise, or only fall; equal ones are steps.
        case monotone
        /// Out and back again, as round a contour; the mass [MeV] where it turns first.
        case turnsOnce(at: Double)
        case toAndFro
    }

    let points: [Curve.Knot]
    let shape: Shape
    let falls: Bool

    /// - Parameter points: those with a mass and a coupling, in the order of the file.
    init(_ points: [Curve.Knot]) {
        self.points = points
        var directions: [(rises: Bool, from: Int)] = []
        for index in points.indices.dropLast() where points[index].mass != points[index + 1].mass {
            let rises = points[index].mass < points[index + 1].mass
            if directions.last?.rises != rises { directions.append((rises, index)) }
        }
        falls = directions.first?.rises == false
        guard directions.count > 1, let first = points.first, let last = points.last else {
            shape = .monotone
            return
        }
        // With the way from the last point back to the first, a contour has two directions.
        var turns = directions.count - 1
        if first.mass != last.mass {
            let closes = last.mass < first.mass
            if closes != directions[directions.count - 1].rises { turns += 1 }
            if closes != directions[0].rises { turns += 1 }
        } else if directions[0].rises != directions[directions.count - 1].rises {
            turns += 1
        }
        shape = turns == 2 ? .turnsOnce(at: points[directions[1].from].mass) : .toAndFro
    }

    /// Whether the line ends where it began, once or for each of several regions.
    var closes: Bool {
        var (start, isOpen) = (0, false)
        for index in points.indices {
            isOpen = true
            guard index - start >= 3, points[index] == points[start] else { continue }
            (start, isOpen) = (index + 1, false)
        }
        return !points.isEmpty && !isOpen
    }

    /// In the order of the masses; equal ones in that of the file.
    var sorted: [Curve.Knot] {
        points.enumerated().sorted { ($0.element.mass, $0.offset) < ($1.element.mass, $1.offset) }.map(\.element)
    }

    /// Masses [MeV] that occur more than once in a row, with different couplings.
    var steps: [Double] {
        var masses: [Double] = []
        for (point, next) in zip(points, points.dropFirst()) where point.mass == next.mass && point != next {
            if masses.last != point.mass { masses.append(point.mass) }
        }
        return masses
    }

    /// Whether the masses go one way but for errors of digitising, so that the points enclose nothing.
    /// - Parameter uncertainty: of one point [decade], where the format tells it.
    func isOpenLine(_ uncertainty: Double?) -> Bool {
        if shape == .monotone { return true }
        return misplacedPoints * 4 < points.count && zigzag <= tolerance(uncertainty)
    }

    /// How many points have to move for the masses to rise or fall: all but the longest row of those that do.
    var misplacedPoints: Int {
        let masses = points.map(\.mass)
        return points.count - max(Self.longestRising(masses), Self.longestRising(masses.map { -$0 }))
    }

    /// By how much more the limit goes up and down in the order of the masses than in that of the file [decade]: about
    /// nothing for points of one line in any order, very much for the two sides of a contour.
    var zigzag: Double { Self.variation(sorted) - Self.variation(points) }

    /// By how much the limit goes up and down in the order of the masses beyond once each way [decade], where many points have to move for
    /// that order: very much for points of a scan in no order, which are no line in any; nil where few have to move.
    var scatter: Double? {
        guard misplacedPoints * 4 >= points.count, let least = points.map(\.coupling).min(),
            let greatest = points.map(\.coupling).max()
        else { return nil }
        return Self.variation(sorted) - 2 * decadesBetween(least, greatest)
    }

    /// What errors of digitising can make of it [decade].
    /// - Parameter uncertainty: of one point, where the format tells it.
    func tolerance(_ uncertainty: Double?) -> Double {
        2 * max(uncertainty ?? 0, 0.01) * Double(max(1, misplacedPoints))
    }

    private static func variation(_ points: [Curve.Knot]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + abs(decadesBetween($1.0.coupling, $1.1.coupling)) }
    }

    private static func longestRising(_ values: [Double]) -> Int {
        // The least end of a rising row of each length so far.
        var ends: [Double] = []
        for value in values {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle] <= value { low = middle + 1 } else { high = middle }
            }
            if low == ends.count { ends.append(value) } else { ends[low] = value }
        }
        return ends.count
    }

    /// A mass [MeV] at which a step can't be one: the limit goes back before the next step in the same direction, at half
    /// of all steps or more, as in a list of two branches. A limit that is read off with its peaks does so now and then.
    var sawtoothMass: Double? {
        var steps: [(mass: Double, before: Double, after: Double)] = []
        var index = 0
        let ordered = falls ? points.reversed() : points
        while index < ordered.count {
            var end = index
            while end + 1 < ordered.count, ordered[end + 1].mass == ordered[index].mass { end += 1 }
            steps.append((ordered[index].mass, ordered[index].coupling, ordered[end].coupling))
            index = end + 1
        }
        var teeth: [Double] = []
        for (step, next) in zip(steps, steps.dropFirst()) {
            let (jump, nextJump) = (decadesBetween(step.before, step.after), decadesBetween(next.before, next.after))
            let between = decadesBetween(step.after, next.before)
            guard jump * nextJump > 0, jump * between < 0 else { continue }
            if abs(between) > min(abs(jump), abs(nextJump)) / 2 { teeth.append(next.mass) }
        }
        return teeth.count * 2 >= steps.count(where: { $0.before != $0.after }) ? teeth.first : nil
    }
}
