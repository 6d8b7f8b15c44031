import ConstraintKit

/// Checks on closed lines.
enum Outline {
    enum Check: Hashable {
        case simple
        /// Two sides cross here.
        case crosses(mass: Double, coupling: Double)
        /// Too many sides lie beside one another for all pairs to be looked at.
        case unknown
    }

    /// Pairs of sides that are looked at; an outline of a thousand points has half a million.
    private static let greatestCount = 20_000_000

    /// Whether two sides of a closed line cross, on a log–log plot.
    static func check(_ points: [Curve.Knot]) -> Check {
        let corners = points.map { (x: powerlessLogarithm($0.mass), y: powerlessLogarithm($0.coupling)) }
        let order = corners.indices.sorted {
            min(corners[$0].x, corners[($0 + 1) % corners.count].x)
                < min(corners[$1].x, corners[($1 + 1) % corners.count].x)
        }
        var count = 0
        for (place, first) in order.enumerated() {
            let (a, b) = (corners[first], corners[(first + 1) % corners.count])
            for second in order[(place + 1)...] {
                let (c, d) = (corners[second], corners[(second + 1) % corners.count])
                if min(c.x, d.x) > max(a.x, b.x) { break }
                count += 1
                guard count <= greatestCount else { return .unknown }
                guard let crossing = crossing(a, b, c, d) else { continue }
                return .crosses(mass: powerOfTen(crossing.x), coupling: powerOfTen(crossing.y))
            }
        }
        return .simple
    }

    enum Nesting: Hashable {
        case none
        /// A corner of one closed line within another.
        case found(Curve.Knot)
        /// Too many pairs to be looked at.
        case unknown
    }

    /// Whether one of several closed lines lies within another; lines that overlap do not.
    static func nesting(_ contours: [Contour]) -> Nesting {
        let ranges = contours.map(\.massRange)
        var count = 0
        for (outer, contour) in contours.enumerated() {
            for (inner, other) in contours.enumerated() where inner != outer {
                count += 1
                guard ranges[outer].contains(ranges[inner]) else { continue }
                var (found, isNested): (Curve.Knot?, Bool) = (nil, true)
                // Mostly the first corner tells.
                for corner in other.points {
                    count += contour.points.count
                    guard count <= greatestCount else { return .unknown }
                    let side = isInside(corner, contour)
                    if side == true { found = found ?? corner }
                    isNested = side != false
                    if !isNested { break }
                }
                if isNested, let found { return .found(found) }
            }
        }
        return .none
    }

    /// nil for a point on the edge.
    private static func isInside(_ point: Curve.Knot, _ contour: Contour) -> Bool? {
        // Corners are above zero; what has no intervals is beyond its masses.
        guard let mass = try? Mass(inMeV: point.mass), let intervals = contour.intervals(at: mass) else { return false }
        if intervals.contains(where: { $0.hasEdge(at: point.coupling) }) { return nil }
        return intervals.contains { $0.lower < point.coupling && point.coupling < $0.upper }
    }

    private typealias Corner = (x: Double, y: Double)

    /// Where two sides cross properly; sides that share a corner, or touch, do not.
    private static func crossing(_ a: Corner, _ b: Corner, _ c: Corner, _ d: Corner) -> Corner? {
        func turn(_ p: Corner, _ q: Corner, _ r: Corner) -> Double {
            let first = (q.x - p.x) * (r.y - p.y)
            let second = (q.y - p.y) * (r.x - p.x)
            return first - second
        }
        let (s1, s2) = (turn(a, b, c), turn(a, b, d))
        guard s1 * s2 < 0 else { return nil }
        let (s3, s4) = (turn(c, d, a), turn(c, d, b))
        guard s3 * s4 < 0 else { return nil }
        let t = s3 / (s3 - s4)
        return (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
    }

    private static func powerlessLogarithm(_ value: Double) -> Double { decadesBetween(1, value) }

    /// The closed lines in the rows of one table: parted where one ends at its first point and more follow, or by empty
    /// rows, where each part goes out and back.
    static func rings(_ pieces: [[Curve.Knot]]) -> [[Curve.Knot]] {
        let rings = pieces.map(closedRings)
        let areAllClosed = rings.allSatisfy { $0.allSatisfy { $0.count > 3 && $0.first == $0.last } }
        let areAllRound =
            pieces.count > 1
            && pieces.allSatisfy { piece in
                piece.count >= 3 && MassPath(piece).shape != .monotone
            }
        if areAllClosed || areAllRound { return rings.flatMap(\.self) }
        // Rows of other curves between the points of one.
        return closedRings(pieces.flatMap(\.self))
    }

    private static func closedRings(_ points: [Curve.Knot]) -> [[Curve.Knot]] {
        var rings: [[Curve.Knot]] = []
        var open: [Curve.Knot] = []
        for point in points {
            open.append(point)
            if open.count > 3, open.first == point {
                rings.append(open)
                open = []
            }
        }
        guard open.count > 0 else { return rings }
        // What is left over is a ring of its own, or the rest of the only one.
        if rings.isEmpty || open.count >= 3 { rings.append(open) } else { rings[rings.count - 1] += open }
        return rings
    }
}
