import ConstraintKit

/// Finds the outline and the size of a region of the plane from its value at the points of a grid.
///
/// The value is a signed field: negative inside. Between two neighbouring points of opposite sign the outline is put
/// where a straight line through their values vanishes, or, where the caller can tell inside from outside at any
/// point, by bisection; so a region with upright walls comes out upright.
struct RegionTracer {
    let grid: Grid
    /// log₁₀ of the masses and couplings.
    private let x: [Double]
    private let y: [Double]

    /// Bisections of a grid step: 2⁻²⁰ of a step is far below the thickness of any line.
    private static let bisections = 20

    init(grid: Grid) {
        self.grid = grid
        x = grid.masses.map { log10($0.inMeV) }
        y = grid.couplings.map { log10($0.value) }
    }

    /// - Parameters:
    ///   - isInside: at each grid point.
    ///   - field: a signed value at each grid point, negative inside, to interpolate; nil: `contains` decides.
    ///   - contains: whether a point (log₁₀ m, log₁₀ g′) is inside, for bisection.
    func region(
        isInside: [Bool], field: [Double]? = nil, contains: ((_ x: Double, _ y: Double) -> Bool)? = nil
    ) -> PlaneRegion {
        var lines = OutlineLinker()
        var area = 0.0
        for column in 0..<(x.count - 1) {
            for row in 0..<(y.count - 1) {
                area += trace(
                    column: column, row: row, isInside: isInside, field: field, contains: contains, into: &lines)
            }
        }
        return summary(isInside: isInside, area: area, contours: lines.linked())
    }

    private func summary(isInside: [Bool], area: Double, contours: [[SIMD2<Double>]]) -> PlaneRegion {
        var masses: ClosedRange<Double>?
        var couplings: ClosedRange<Double>?
        for column in x.indices {
            for row in y.indices where isInside[grid.index(column: column, row: row)] {
                masses = masses.including(grid.masses[column].inMeV)
                couplings = couplings.including(grid.couplings[row].value)
            }
        }
        return PlaneRegion(
            contours: contours.map { $0.map { .init(mass: exp10($0.x), coupling: exp10($0.y)) } },
            pointCount: isInside.count { $0 }, area: area, massRange: masses, couplingRange: couplings)
    }

    /// Adds the outline within one cell and returns the area inside it.
    private func trace(
        column: Int, row: Int, isInside: [Bool], field: [Double]?, contains: ((Double, Double) -> Bool)?,
        into lines: inout OutlineLinker
    ) -> Double {
        // The corners counter-clockwise from the lower left.
        let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let inside = corners.map { isInside[grid.index(column: $0.0, row: $0.1)] }
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
            let crossing = self.crossing(from: a, to: b, startsInside: inside[side], field: field, contains: contains)
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

    private func crossing(
        from a: (Int, Int), to b: (Int, Int), startsInside: Bool, field: [Double]?,
        contains: ((Double, Double) -> Bool)?
    ) -> SIMD2<Double> {
        // Both neighbouring cells must find the very same point: always walk from the lower left end.
        if b.0 < a.0 || b.1 < a.1 {
            return crossing(from: b, to: a, startsInside: !startsInside, field: field, contains: contains)
        }
        let start = SIMD2(x[a.0], y[a.1])
        let end = SIMD2(x[b.0], y[b.1])
        if let contains {
            var (low, high) = (0.0, 1.0)
            for _ in 0..<Self.bisections {
                let middle = (low + high) / 2
                let point = start + (end - start) * middle
                if contains(point.x, point.y) == startsInside { low = middle } else { high = middle }
            }
            return start + (end - start) * ((low + high) / 2)
        }
        guard let field else { return (start + end) / 2 }
        let first = field[grid.index(column: a.0, row: a.1)]
        let second = field[grid.index(column: b.0, row: b.1)]
        let fraction = first.isFinite && second.isFinite && first != second ? first / (first - second) : 0.5
        return start + (end - start) * min(max(fraction, 0), 1)
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

extension Optional where Wrapped == ClosedRange<Double> {
    fileprivate func including(_ value: Double) -> ClosedRange<Double> {
        guard let self else { return value...value }
        return min(self.lowerBound, value)...max(self.upperBound, value)
    }
}
