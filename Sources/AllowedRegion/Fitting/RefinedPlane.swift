/// A field on a plane between the points of its grid: cubic in either direction, so that an outline through it bends as
/// the field does and has no corner at every step of the grid.
///
/// A cubic through four neighbours is exact where χ² is quadratic. Next to a value that is not finite, where a
/// restriction leaves nothing, a straight line is all that the values allow.
struct RefinedPlane {
    /// Rising, in equal steps.
    let x: [Double]
    let y: [Double]
    /// All values of y for the first x first.
    let field: [Double]

    /// - Parameters:
    ///   - x: rising, in equal steps.
    ///   - y: rising, in equal steps.
    ///   - field: all values of y for the first x first.
    ///   - steps: into how many each step of the grid is divided.
    init(x: [Double], y: [Double], field: [Double], steps: Int) {
        self.x = Self.divided(x, steps)
        self.y = Self.divided(y, steps)
        let rows = y.count
        let columns = x.indices.map { Self.refined(Array(field[$0 * rows..<($0 + 1) * rows]), steps) }
        let fine = self.y.indices.map { row in Self.refined(columns.map { $0[row] }, steps) }
        self.field = self.x.indices.flatMap { column in fine.map { $0[column] } }
    }

    private static func divided(_ places: [Double], _ steps: Int) -> [Double] {
        interpolated(places, steps) { position, fraction in
            places[position] + (places[position + 1] - places[position]) * fraction
        }
    }

    private static func refined(_ values: [Double], _ steps: Int) -> [Double] {
        let last = values.count - 1
        return interpolated(values, steps) { position, fraction in
            let (a, b) = (values[position], values[position + 1])
            guard a.isFinite, b.isFinite else { return .infinity }
            // Beyond an end the parabola through the last three goes on.
            let before = position > 0 ? values[position - 1] : 3 * (a - b) + values[min(position + 2, last)]
            let after = position + 1 < last ? values[position + 2] : 3 * (b - a) + values[max(position - 1, 0)]
            guard before.isFinite, after.isFinite else { return a + (b - a) * fraction }
            let slopes = ((b - before) / 2, (after - a) / 2)
            let (t, u) = (fraction, 1 - fraction)
            return u * u * (1 + 2 * t) * a + t * t * (1 + 2 * u) * b + u * u * t * slopes.0 - t * t * u * slopes.1
        }
    }

    /// The values themselves where they are known, and what `between` says of a position and the fraction of a step after.
    private static func interpolated(
        _ values: [Double], _ steps: Int, between: (Int, Double) -> Double
    ) -> [Double] {
        values.indices.flatMap { position -> [Double] in
            guard position + 1 < values.count else { return [values[position]] }
            return [values[position]] + (1..<steps).map { between(position, Double($0) / Double(steps)) }
        }
    }
}
