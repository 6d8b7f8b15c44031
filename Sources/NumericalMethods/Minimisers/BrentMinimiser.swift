/// Brent's bracketed minimiser: parabolas where they make progress, golden sections where they don't.
///
/// R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 5.
public struct BrentMinimiser: Sendable {
    /// How near the minimum has to be known, in the unit of the abscissa. A function near its minimum changes by the
    /// square, so that far less than the root of the machine's precision can't be told apart.
    public let tolerance: Double

    public init(tolerance: Double) { self.tolerance = tolerance }

    /// An abscissa and the function there.
    public struct Point: Sendable {
        public var x: Double
        public var y: Double

        @inlinable init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A local minimum inside a range, or within `tolerance` of an end where the function falls towards that end.
    @inlinable public func minimum<Failure: Error>(
        in range: ClosedRange<Double>, of function: (Double) throws(Failure) -> Double
    ) throws(Failure) -> Point {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        let first = lower + Self.goldenSection * (upper - lower)
        var best = Point(x: first, y: try function(first))
        var (second, third) = (best, best)
        var (step, stepBeforeLast) = (0.0, 0.0)
        while abs(best.x - (lower + upper) / 2) > 2 * tolerance - (upper - lower) / 2 {
            let parabolic = parabolicStep(best, second, third)
            let end = best.x + (parabolic ?? 0)
            if let parabolic, abs(parabolic) < abs(stepBeforeLast) / 2, end > lower, end < upper {
                stepBeforeLast = step
                step = parabolic
                // Too near an end nothing is learnt: step inwards instead.
                if end - lower < 2 * tolerance || upper - end < 2 * tolerance {
                    step = best.x < (lower + upper) / 2 ? tolerance : -tolerance
                }
            } else {
                stepBeforeLast = best.x < (lower + upper) / 2 ? upper - best.x : lower - best.x
                step = Self.goldenSection * stepBeforeLast
            }
            let x = best.x + (abs(step) >= tolerance ? step : (step > 0 ? tolerance : -tolerance))
            let trial = Point(x: x, y: try function(x))
            if trial.y <= best.y {
                if trial.x < best.x { upper = best.x } else { lower = best.x }
                (best, second, third) = (trial, best, second)
            } else {
                if trial.x < best.x { lower = trial.x } else { upper = trial.x }
                if trial.y <= second.y || second.x == best.x {
                    (second, third) = (trial, second)
                } else if trial.y <= third.y || third.x == best.x || third.x == second.x {
                    third = trial
                }
            }
        }
        return best
    }

    /// From the best of three points to the vertex of the parabola through them; nil where there is none.
    @inlinable func parabolicStep(_ best: Point, _ second: Point, _ third: Point) -> Double? {
        let r = (best.x - second.x) * (best.y - third.y)
        let q = (best.x - third.x) * (best.y - second.y)
        let numerator = (best.x - third.x) * q - (best.x - second.x) * r
        let denominator = 2 * (r - q)
        let step = numerator / denominator
        return step.isFinite ? step : nil
    }

    /// (3 − √5)/2.
    @inlinable static var goldenSection: Double { (3 - 5.0.squareRoot()) / 2 }
}
