/// How much of an answer a grid gives, and which; narrow lines give the rest.
struct GridWeight {
    /// The number of the grid.
    var grid: Int
    /// 0: narrow lines alone; 1: the grid alone.
    var weight: Double

    /// 0 up to half the tolerance, 1 from the tolerance on, smooth in between to the first derivative. Both are within the
    /// tolerance there, and so is every mean of them.
    /// - Parameter ofError: the estimated error of narrow lines over the tolerance.
    static func share(ofError error: Double) -> Double {
        let part = min(max(2 * error - 1, 0), 1)
        return part * part * (3 - 2 * part)
    }

    /// What either says, or the mean of both.
    func mixed<Value, Failure: Error>(
        _ narrow: () throws(Failure) -> Value, _ grid: (Int) throws(Failure) -> Value,
        _ mean: (Value, Value, Double) -> Value
    ) throws(Failure) -> Value {
        guard weight > 0 else { return try narrow() }
        guard weight < 1 else { return try grid(self.grid) }
        return mean(try narrow(), try grid(self.grid), weight)
    }

    static func mean(_ narrow: [SIMD3<Double>], _ grid: [SIMD3<Double>], _ weight: Double) -> [SIMD3<Double>] {
        zip(narrow, grid).map { $0 + ($1 - $0) * weight }
    }

    static func means(
        _ narrow: [[SIMD3<Double>]], _ grid: [[SIMD3<Double>]], _ weight: Double
    ) -> [[SIMD3<Double>]] {
        zip(narrow, grid).map { mean($0, $1, weight) }
    }
}
