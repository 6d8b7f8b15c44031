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

    /// What tells inside from outside between two grid points.
    private struct Edge {
        let field: [Double]?
        let condition: Condition?
    }

    /// - Parameters:
    ///   - isInside: at each grid point.
    ///   - field: a value at each grid point that is negative inside; it is interpolated.
    ///   - condition: what else it takes to be inside, at any point.
    /// - Returns: lines, those that end at the edge of the grid first, and the area inside.
    func outline(
        isInside: [Bool], field: [Double]? = nil, condition: Condition? = nil
    ) -> (lines: [[SIMD2<Double>]], area: Double) {
        var lines = OutlineLinker()
        var area = 0.0
        let edge = Edge(field: field, condition: condition)
        for column in 0..<(x.count - 1) {
            for row in 0..<(y.count - 1) {
                area += trace(column: column, row: row, isInside: isInside, edge: edge, into: &lines)
            }
        }
        return (lines.linked(), area)
    }

    private func index(_ column: Int, _ row: Int) -> Int { column * y.count + row }

    /// Adds the outline within one cell and returns the area inside it.
    private func trace(
        column: Int, row: Int, isInside: [Bool], edge: Edge, into lines: inout OutlineLinker
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
            guard inside[side] != inside[(side + 1) % 4] else { continue }
            let crossing = crossing(from: a, to: b, startsInside: inside[side], edge: edge)
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

    /// Where the outline crosses the step between two neighbouring grid points, one inside and one outside.
    private func crossing(
        from a: (Int, Int), to b: (Int, Int), startsInside: Bool, edge: Edge
    ) -> SIMD2<Double> {
        // Both neighbouring cells must find the very same point: always walk from the lower left end.
        if b.0 < a.0 || b.1 < a.1 { return crossing(from: b, to: a, startsInside: !startsInside, edge: edge) }
        let start = SIMD2(x[a.0], y[a.1])
        let step = SIMD2(x[b.0], y[b.1]) - start
        let values = edge.field.map { field in
            (field[index(a.0, a.1)], field[index(b.0, b.1)])
        }
        guard let condition = edge.condition else {
            guard let (first, second) = values, first.isFinite, second.isFinite else { return start + step / 2 }
            return start + step * (first / (first - second))
        }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<Self.bisections {
            let middle = (low + high) / 2
            let point = start + step * middle
            let value = values.map { $0.0 + ($0.1 - $0.0) * middle } ?? -1
            if (value < 0 && condition(point.x, point.y)) == startsInside { low = middle } else { high = middle }
        }
        return start + step * ((low + high) / 2)
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
