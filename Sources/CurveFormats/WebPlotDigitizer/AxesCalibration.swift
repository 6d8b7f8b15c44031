import VOTable

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The way from pixels to values that two calibration points on each axis fix, and how far a click can be off.
///
/// On the axes' own scale u (the common logarithm on a logarithmic axis), u = A p + c. The two points of the x axis give
/// A(p₁ − p₂) = (x₁ − x₂, 0), those of the y axis A(p₃ − p₄) = (0, y₃ − y₄).
struct AxesCalibration {
    private let isLogarithmic: (x: Bool, y: Bool)
    /// The rows of A.
    private var rows: (x: (Double, Double), y: (Double, Double))
    private let origin: (x: Double, y: Double)
    private let ends: (x: (Double, Double), y: (Double, Double))

    /// A click is known to a pixel: digitisers are used at a zoom where that is the step of the cursor, and an axis's tick
    /// or a curve is a pixel wide at least.
    static let clickError = 1.0

    init(_ axes: WebPlotDigitizerProject.Axes, path: String) throws(FormatFault) {
        guard axes.type == "XYAxes" else { throw .unsupportedAxes(type: axes.type) }
        guard let points = axes.calibrationPoints, points.count >= 4 else {
            throw .missing(path: "\(path).calibrationPoints, four of them")
        }
        isLogarithmic = (axes.isLogX ?? false, axes.isLogY ?? false)
        let x1 = try Self.scaled(points[0].dx, isLogarithmic.x, "\(path).calibrationPoints[0].dx")
        let x2 = try Self.scaled(points[1].dx, isLogarithmic.x, "\(path).calibrationPoints[1].dx")
        let y3 = try Self.scaled(points[2].dy, isLogarithmic.y, "\(path).calibrationPoints[2].dy")
        let y4 = try Self.scaled(points[3].dy, isLogarithmic.y, "\(path).calibrationPoints[3].dy")
        var alongX = (points[0].px - points[1].px, points[0].py - points[1].py)
        var alongY = (points[2].px - points[3].px, points[2].py - points[3].py)
        if axes.noRotation == true { (alongX, alongY) = (Self.straight(alongX), Self.straight(alongY)) }
        let determinant = alongX.0 * alongY.1 - alongX.1 * alongY.0
        guard determinant != 0, determinant.isFinite, x1 != x2, y3 != y4 else {
            throw .wrongValue(
                path: "\(path).calibrationPoints", found: "two points that are one",
                expected: "two different points on each axis")
        }
        let (stepX, stepY) = ((x1 - x2) / determinant, (y3 - y4) / determinant)
        rows = ((stepX * alongY.1, -stepX * alongY.0), (-stepY * alongX.1, stepY * alongX.0))
        origin = (
            x1 - rows.x.0 * points[0].px - rows.x.1 * points[0].py,
            y3 - rows.y.0 * points[2].px - rows.y.1 * points[2].py
        )
        ends = ((x1, x2), (y3, y4))
    }

    /// The value at a pixel.
    func value(_ point: WebPlotDigitizerProject.Point) -> (x: Double, y: Double) {
        let u = rows.x.0 * point.x + rows.x.1 * point.y + origin.x
        let v = rows.y.0 * point.x + rows.y.1 * point.y + origin.y
        return (isLogarithmic.x ? powerOfTen(u) : u, isLogarithmic.y ? powerOfTen(v) : v)
    }

    /// How many pixels a value lies from where its point was clicked, along the worse axis; infinite for a value that its
    /// axis can't have.
    func pixelsOff(_ value: [Double], _ point: WebPlotDigitizerProject.Point) -> Double {
        guard value.count >= 2 else { return .infinity }
        let expected = self.value(point)
        func off(_ found: Double, _ expected: Double, _ isLogarithmic: Bool, _ row: (Double, Double)) -> Double {
            let distance = isLogarithmic ? log10(found / expected) : found - expected
            return distance.isNaN ? .infinity : abs(distance) / hypot(row.0, row.1)
        }
        return max(
            off(value[0], expected.x, isLogarithmic.x, rows.x), off(value[1], expected.y, isLogarithmic.y, rows.y))
    }

    /// How far off a value may be for the errors of its own click and of the two calibration points [decade]: with t the
    /// place between these, s √(1 + (1 − t)² + t²), where s is the worth of a ``clickError``.
    func uncertainty(of value: (x: Double, y: Double)) -> (x: Double, y: Double) {
        func decades(_ value: Double, _ isLogarithmic: Bool, _ row: (Double, Double), _ ends: (Double, Double))
            -> Double
        {
            let u = isLogarithmic ? log10(value) : value
            let t = (u - ends.0) / (ends.1 - ends.0)
            let spread = hypot(row.0, row.1) * Self.clickError * (1 + (1 - t) * (1 - t) + t * t).squareRoot()
            return isLogarithmic ? spread : spread / abs(value) / log(10)
        }
        return (decades(value.x, isLogarithmic.x, rows.x, ends.x), decades(value.y, isLogarithmic.y, rows.y, ends.y))
    }

    /// What a calibration point is worth on the axis's own scale; `10^-3` is written too.
    private static func scaled(_ text: ScalarText?, _ isLogarithmic: Bool, _ path: String) throws(FormatFault) -> Double
    {
        guard let text = text?.text else { throw .missing(path: path) }
        let parts = text.split(separator: "^").compactMap { DecimalText.number($0.trimmed) }
        let number: Double? =
            switch (parts.count, text.contains("^")) {
            case (1, false): parts[0]
            case (2, true): pow(parts[0], parts[1])
            default: nil
            }
        let value = number.map { isLogarithmic ? log10($0) : $0 }
        guard let value, value.isFinite else {
            let expected = isLogarithmic ? "a number above zero, on a logarithmic axis" : "a number"
            throw .wrongValue(path: path, found: String(text.prefix(80)), expected: expected)
        }
        return value
    }

    /// The greater of the two parts alone: the image is not turned.
    private static func straight(_ vector: (Double, Double)) -> (Double, Double) {
        abs(vector.0) >= abs(vector.1) ? (vector.0, 0) : (0, vector.1)
    }
}
