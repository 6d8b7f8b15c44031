/// Closed outlines of which some lie inside others and bound holes there.
struct OutlineNesting {
    private let outlines: [PageLine]

    init(_ outlines: [PageLine]) { self.outlines = outlines.filter { $0.count > 3 } }

    /// One line for each outermost outline and the holes in it: each hole is walked the other way round, and reached and
    /// left along the same straight way, which encloses nothing. So a drawing program that fills what a line winds around
    /// leaves the holes out.
    var joined: [PageLine] {
        let depths = outlines.indices.map { number in
            outlines.indices.count { $0 != number && Self.contains(outlines[$0], outlines[number][0]) }
        }
        return outlines.indices.filter { depths[$0] % 2 == 0 }.map { outer in
            let holes = outlines.indices.filter {
                depths[$0] == depths[outer] + 1 && Self.contains(outlines[outer], outlines[$0][0])
            }
            let start = Self.turned(outlines[outer], leftwards: true)
            return holes.reduce(start) { $0 + Self.turned(outlines[$1], leftwards: false) + [start[0]] }
        }
    }

    private static func turned(_ line: PageLine, leftwards: Bool) -> PageLine {
        let twice = zip(line, line.dropFirst() + line.prefix(1)).reduce(0) { $0 + $1.0.cross($1.1) }
        return (twice > 0) == leftwards ? line : line.reversed()
    }

    /// Whether a level ray from the point to the right crosses the outline an odd number of times.
    private static func contains(_ outline: PageLine, _ point: PagePoint) -> Bool {
        zip(outline, outline.dropFirst() + outline.prefix(1)).count { start, end in
            guard (start.y > point.y) != (end.y > point.y) else { return false }
            return point.x < start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
        } % 2 == 1
    }
}
