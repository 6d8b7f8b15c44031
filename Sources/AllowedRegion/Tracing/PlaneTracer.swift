import NumericalMethods

/// Finds the outline and the size of a region of a plane from its value at the points of a grid.
///
/// Between a point inside and its neighbour outside the outline is put where a straight line through the values of a
/// field vanishes, or, where the caller can tell inside from outside at any point, by bisection; so a region with
/// upright walls comes out upright.
///
/// Arrays hold one value a grid point, all values of y for the first x first.
struct PlaneTracer {
    /// Rising.
    let x: [Double]
    let y: [Double]

    /// Bisections of a grid step: 2⁻²⁰ of a step is far below the thickness of any line.
    private static let bisections = 20

    /// Whether a point fulfils what else it takes to be inside.
    typealias Condition = (_ x: Double, _ y: Double) -> Bool

    /// Told of all points that the condition is asked about next, so that what it rests on can be worked out together.
    typealias Announcement = (_ points: [SIMD2<Double>]) -> Void

    /// The step from a grid point to its neighbour above or to the right, one inside and one outside.
    private struct Step: Hashable {
        let column: Int
        let row: Int
        let isAcross: Bool
    }

    /// - Parameters:
    ///   - isInside: at each grid point.
    ///   - field: a value at each grid point that is negative inside; it is interpolated.
    ///   - condition: what else it takes to be inside, at any point.
    ///   - announce: called before each round of the bisection.
    /// - Returns: lines, those that end at the edge of the grid first, and the area inside.
    func outline(
        isInside: [Bool], field: [Double]? = nil, condition: Condition? = nil, announce: Announcement? = nil
    ) -> (lines: [[SIMD2<Double>]], area: Double) {
        var lines = OutlineLinker()
        var area = 0.0
        let crossings = crossings(steps(isInside), isInside, field, condition, announce)
        for column in 0..<(x.count - 1) {
            for row in 0..<(y.count - 1) {
                area += trace(column: column, row: row, isInside: isInside, crossings: crossings, into: &lines)
            }
        }
        return (lines.linked(), area)
    }

    private func index(_ column: Int, _ row: Int) -> Int { column * y.count + row }

    /// Adds the outline within one cell and returns the area inside it.
    private func trace(
        column: Int, row: Int, isInside: [Bool], crossings found: [Step: SIMD2<Double>],
        into lines: inout OutlineLinker
    ) -> Double {
        // The corners counter-clockwise from the lower left.
        let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let inside = corners.map { isInside[index($0.0, $0.1)] }
        let cellArea = (x[column + 1] - x[column]) * (y[row + 1] - y[row])
        if inside.allSatisfy({ $0 }) { return cellArea }
        if !inside.contains(true) { return 0 }

        // The polygon of what is inside, walked around the cell: its corners and the crossings of the sides.
        var polygon: [SIMD2<Double>] = []
        var crossings: [SIMD2<Double>] = []
        for side in 0..<4 {
            let (a, b) = (corners[side], corners[(side + 1) % 4])
            if inside[side] { polygon.append(.init(x[a.0], y[a.1])) }
            // Both neighbouring cells must find the very same point: a step goes from its lower left end.
            let step = Step(column: min(a.0, b.0), row: min(a.1, b.1), isAcross: a.0 != b.0)
            guard let crossing = found[step] else { continue }
            polygon.append(crossing)
            crossings.append(crossing)
        }
        if crossings.count == 2 {
            lines.add(crossings[0], crossings[1])
        } else {
            // A saddle: the two corners inside are taken as joined, so the outline cuts off each corner outside.
            let first = inside[0] ? 0 : 3
            lines.add(crossings[first], crossings[(first + 1) % 4])
            lines.add(crossings[(first + 2) % 4], crossings[(first + 3) % 4])
        }
        return polygonArea(polygon)
    }

    /// The steps that lead from inside to outside or back.
    private func steps(_ isInside: [Bool]) -> [Step] {
        var steps: [Step] = []
        for column in x.indices {
            for row in y.indices {
                let here = isInside[index(column, row)]
                if column + 1 < x.count, isInside[index(column + 1, row)] != here {
                    steps.append(Step(column: column, row: row, isAcross: true))
                }
                if row + 1 < y.count, isInside[index(column, row + 1)] != here {
                    steps.append(Step(column: column, row: row, isAcross: false))
                }
            }
        }
        return steps
    }

    /// Where the outline crosses each step: all are bisected together.
    private func crossings(
        _ steps: [Step], _ isInside: [Bool], _ field: [Double]?, _ condition: Condition?, _ announce: Announcement?
    ) -> [Step: SIMD2<Double>] {
        let starts = steps.map { SIMD2(x[$0.column], y[$0.row]) }
        let ends = steps.map { $0.isAcross ? SIMD2(x[$0.column + 1], y[$0.row]) : SIMD2(x[$0.column], y[$0.row + 1]) }
        let values = field.map { field in
            steps.map { step in
                let end = step.isAcross ? index(step.column + 1, step.row) : index(step.column, step.row + 1)
                return (field[index(step.column, step.row)], field[end])
            }
        }
        var fractions = [Bracket](repeating: Bracket(inside: 0, outside: 1), count: steps.count)
        func middles() -> [SIMD2<Double>] {
            steps.indices.map { index in
                starts[index] + (ends[index] - starts[index]) * fractions[index].middle
            }
        }
        if let condition {
            for _ in 0..<Self.bisections {
                let points = middles()
                announce?(points)
                for (number, step) in steps.enumerated() {
                    let middle = fractions[number].middle
                    let value = values.map { $0[number].0 + ($0[number].1 - $0[number].0) * middle } ?? -1
                    let isInsideHere = value < 0 && condition(points[number].x, points[number].y)
                    // Inside is what is as the start of the step.
                    fractions[number].halve(
                        middleIsInside: isInsideHere == isInside[index(step.column, step.row)])
                }
            }
        } else if let values {
            for (number, (first, second)) in values.enumerated() where first.isFinite && second.isFinite {
                let fraction = first / (first - second)
                fractions[number] = Bracket(inside: fraction, outside: fraction)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(steps, middles()))
    }

    private func polygonArea(_ corners: [SIMD2<Double>]) -> Double {
        var twice = 0.0
        for index in corners.indices {
            let (a, b) = (corners[index], corners[(index + 1) % corners.count])
            twice += a.x * b.y - b.x * a.y
        }
        return abs(twice) / 2
    }
}
