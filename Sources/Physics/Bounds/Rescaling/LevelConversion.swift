import ConstraintKit
import NumericalMethods
import RealModule

/// What a limit on g′ at one confidence level is at another, where its statistic says so.
public struct LevelConversion: Sendable, Hashable {
    /// The limit is multiplied by it.
    public let factor: Double
    /// By which it goes, in a few words.
    public let rule: String

    /// - Counting without background: the number of signal events at the limit is N = −ln(1 − CL), and S ∝ g′^p:
    ///   g′ ∝ N^(1/p). From 90 % to 95 % that is × 1.14 for p = 2.
    /// - A normal error about a best fit of zero: S ∝ z(CL), one-sided, so g′ ∝ z^(1/p). A measurement whose best fit is
    ///   not zero moves its limit less.
    ///
    /// - Parameters:
    ///   - power: p, above zero.
    ///   - from: a fraction, above 1/2 for a normal error.
    /// - Returns: nil for any other statistic, of which a curve at one level tells nothing of another, and for levels at
    ///   which a limit begins at the measured value itself.
    public init?(_ statistic: StatisticKind, power: Double, from: Double, to: Double) {
        guard power > 0, from > 0, from < 1, to > 0, to < 1 else { return nil }
        let (before, after): (Double, Double)
        switch statistic {
        case .counting:
            (before, after) = (CountingLimit.noEvents(at: from), CountingLimit.noEvents(at: to))
            rule = "N_CL"
        case .gaussian:
            guard let first = NormalQuantile.deviations(oneSided: from), from > 0.5,
                let second = NormalQuantile.deviations(oneSided: to), to > 0.5
            else { return nil }
            (before, after) = (first, second)
            rule = "z(CL) about a best fit of zero"
        case .likelihood, .cls, .bayesian: return nil
        }
        factor = Double.pow(after / before, 1 / power)
    }
}
