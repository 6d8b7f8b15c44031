import RealModule

/// Where a probability lies of which a count of successes is known.
public enum BinomialInterval {
    /// The central interval of Clopper and Pearson: each end is the probability at which the count, or one further off, is as
    /// unlikely as (1 − level)/2. It covers at least its level.
    /// - Parameters:
    ///   - count: of successes, from 0 to `total`.
    ///   - total: above 0.
    ///   - level: above 0 and below 1.
    public static func central(_ count: Int, of total: Int, level: Double) -> ClosedRange<Double> {
        let tail = (1 - level) / 2
        // The chance of more than `count` successes rises with the probability, that of fewer falls.
        let lower =
            count == 0
            ? 0 : Bracket(inside: 0, outside: 1).narrowed(halvings: 60) { atLeast(count, of: total, $0) < tail }.middle
        let upper =
            count == total
            ? 1
            : Bracket(inside: 1, outside: 0).narrowed(halvings: 60) { 1 - atLeast(count + 1, of: total, $0) < tail }
                .middle
        return lower...max(lower, upper)
    }

    /// The chance of so many successes or more.
    static func atLeast(_ count: Int, of total: Int, _ probability: Double) -> Double {
        guard count > 0, probability < 1 else { return 1 }
        guard probability > 0 else { return 0 }
        // The shorter of the two sums, from its greatest term outwards.
        let (first, last) = count > total - count ? (count, total) : (0, count - 1)
        var sum = 0.0
        let (success, failure) = (Double.log(probability), Double.log(onePlus: -probability))
        for successes in first...last {
            let (k, n) = (Double(successes), Double(total))
            let ways = Double.logGamma(n + 1) - Double.logGamma(k + 1) - Double.logGamma(n - k + 1)
            sum += Double.exp(ways + k * success + (n - k) * failure)
        }
        return min(max(first == 0 ? 1 - sum : sum, 0), 1)
    }
}
