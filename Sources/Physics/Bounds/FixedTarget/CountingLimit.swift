import NumericalMethods
import RealModule

/// The greatest number of signal events that a count of events leaves possible.
///
/// By CL_s: P(≤ n | s + b) = (1 − CL) P(≤ n | b), which NA64 uses too. It never excludes what an experiment can't see, and
/// without a background and without an event it is s = −ln(1 − CL): 2.303 at 90 %.
public struct CountingLimit: Sendable, Hashable {
    /// A fraction above 0 and below 1.
    public let confidenceLevel: Double
    /// b, how many events are expected without a signal.
    public let background: Double

    /// Backgrounds beyond it belong to no search that counts.
    public static let backgrounds = 0.0...200.0

    /// - Returns: nil for a confidence level that is none, or a background outside ``backgrounds``.
    public init?(confidenceLevel: Double, background: Double = 0) {
        guard confidenceLevel > 0, confidenceLevel < 1, Self.backgrounds.contains(background) else { return nil }
        self.confidenceLevel = confidenceLevel
        self.background = background
    }

    /// −ln(1 − CL): no event, and none expected.
    static func noEvents(at confidenceLevel: Double) -> Double { -Double.log(onePlus: -confidenceLevel) }

    /// s where so many events were seen.
    public func signal(observed: Int) -> Double {
        let target = 1 - confidenceLevel
        let without = partialSum(observed, background)
        func isCompatible(_ signal: Double) -> Bool {
            Double.exp(-signal) * partialSum(observed, signal + background) > target * without
        }
        // The left side falls with s, from above the right one.
        var (inside, outside) = (0.0, 1.0)
        while isCompatible(outside) { (inside, outside) = (outside, 2 * outside) }
        return Bracket(inside: inside, outside: outside).narrowed(halvings: 60, isCompatible).outside
    }

    /// ⟨s⟩ over the counts that the background alone gives: what an experiment expects to reach.
    public var expectedSignal: Double {
        var (probability, mean, left) = (Double.exp(-background), 0.0, 1.0)
        var observed = 0
        while left > 1e-9 || Double(observed) < background {
            mean += probability * signal(observed: observed)
            left -= probability
            observed += 1
            probability *= background / Double(observed)
        }
        return mean
    }

    /// Σ_{k ≤ n} μ^k/k!.
    private func partialSum(_ last: Int, _ mean: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        for k in 0..<last {
            term *= mean / Double(k + 1)
            sum += term
        }
        return sum
    }
}
