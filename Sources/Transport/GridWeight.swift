/// How much of an answer a grid gives, and which; narrow lines give the rest.
struct GridWeight {
    /// The number of the grid.
    var grid: Int
    /// 0: narrow lines alone; 1: the grid alone.
    var weight: Double
    /// How much of the grid's part the next finer one gives.
    var finer = 0.0

    /// 0 up to half the tolerance, 1 from the tolerance on, smooth in between to the first derivative. Both are within the
    /// tolerance there, and so is every mean of them.
    /// - Parameter ofError: the estimated error of narrow lines over the tolerance.
    static func share(ofError error: Double) -> Double { smooth(2 * error - 1) }

    /// How much the next finer grid gives: 0 up to 4/5 of the tolerance, 1 from the tolerance on. Nearer to it both would
    /// be solved at fewer couplings, and an amplitude that makes up for deep absorption would turn the step from one to the
    /// other into one of χ².
    /// - Parameter ofError: the estimated error of a grid over the tolerance.
    static func finerShare(ofError error: Double) -> Double { smooth(5 * error - 4) }

    /// How much the grid gives where it misses the tolerance: all where it only just does, nothing from the error of narrow
    /// lines on.
    /// - Parameters: the estimated errors over the tolerance.
    static func share(ofGridError grid: Double, besideNarrowLines narrow: Double) -> Double {
        guard grid > 1 else { return 1 }
        return narrow > grid ? 1 - smooth((grid - 1) / (narrow - 1)) : 0
    }

    /// From 0 at 0 to 1 at 1, to the first derivative.
    private static func smooth(_ part: Double) -> Double {
        let part = min(max(part, 0), 1)
        return part * part * (3 - 2 * part)
    }

    /// What either says, or the mean of both.
    func mixed<Value, Failure: Error>(
        _ narrow: () throws(Failure) -> Value, _ grid: (Int) throws(Failure) -> Value,
        _ mean: (Value, Value, Double) -> Value
    ) throws(Failure) -> Value {
        guard weight > 0 else { return try narrow() }
        let coarse = try grid(self.grid)
        let answer = finer > 0 ? mean(coarse, try grid(self.grid + 1), finer) : coarse
        return weight < 1 ? mean(try narrow(), answer, weight) : answer
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
