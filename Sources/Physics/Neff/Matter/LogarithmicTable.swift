import RealModule

/// Up to eight smooth functions of one positive variable x, tabulated uniformly in ln x and interpolated by cubics.
///
/// The slopes at the nodes come from differences of fourth order, so that values are good to the fourth power of the
/// step. Outside its nodes every function keeps the value at the nearest one: tables are made to reach where that holds.
struct LogarithmicTable: Sendable {
    typealias Vector = SIMD8<Double>

    private let first: Double
    private let step: Double
    private let values: [Vector]
    private let slopes: [Vector]

    /// - Parameters:
    ///   - range: x from the first node to the last, both positive.
    ///   - count: the number of nodes, at least five.
    ///   - function: the functions' values at x.
    init(range: ClosedRange<Double>, count: Int, _ function: (Double) -> Vector) {
        precondition(count >= 5 && range.lowerBound > 0, "a logarithmic table has five nodes above zero")
        let (first, step) = Self.nodes(range, count)
        self.init(
            first: first, step: step,
            values: (0..<count).map { function(Double.exp(first + Double($0) * step)) })
    }

    private init(first: Double, step: Double, values: [Vector]) {
        self.first = first
        self.step = step
        self.values = values
        slopes = values.indices.map { Self.slope(of: values, at: $0, step: step) }
    }

    /// The table of what a function makes of this table's values and their derivatives by ln x, node by node.
    func derived(_ function: (Vector, Vector) -> Vector) -> LogarithmicTable {
        .init(first: first, step: step, values: zip(values, slopes).map(function))
    }

    /// The functions and their derivatives by ln x.
    @inline(__always)
    func at(logarithm: Double) -> (value: Vector, slope: Vector) {
        let place = (logarithm - first) / step
        guard place > 0 else { return (values[0], .zero) }
        guard place < Double(values.count - 1) else { return (values[values.count - 1], .zero) }
        let index = Int(place)
        let t = place - Double(index)
        let (low, high) = (values[index], values[index + 1])
        let (lowSlope, highSlope) = (slopes[index] * step, slopes[index + 1] * step)
        let rise = high - low
        let square = 3 * rise - 2 * lowSlope - highSlope
        let cube = lowSlope + highSlope - 2 * rise
        let upper = square + t * cube
        let value = low + t * (lowSlope + t * upper)
        let slope = lowSlope + t * (upper + square) + (2 * t * t) * cube
        return (value, slope / step)
    }

    private static func nodes(_ range: ClosedRange<Double>, _ count: Int) -> (first: Double, step: Double) {
        let first = Double.log(range.lowerBound)
        return (first, (Double.log(range.upperBound) - first) / Double(count - 1))
    }

    /// The derivative at a node from five of its neighbours, one-sided at the ends.
    private static func slope(of values: [Vector], at index: Int, step: Double) -> Vector {
        let start = min(max(index - 2, 0), values.count - 5)
        let weights = differenceWeights[index - start]
        var sum = Vector.zero
        for offset in 0..<5 { sum += weights[offset] * values[start + offset] }
        return sum / (12 * step)
    }

    /// Twelve times the weights of the first derivative at each of five equidistant points.
    private static var differenceWeights: [[Double]] {
        [
            [-25, 48, -36, 16, -3], [-3, -10, 18, -6, 1], [1, -8, 0, 8, -1], [-1, 6, -18, 10, 3],
            [3, -16, 36, -48, 25],
        ]
    }
}
