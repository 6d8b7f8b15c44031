import RealModule

/// One-sided confidence levels of a normal distribution in standard deviations: 97.7 % is 2, 95 % is 1.645.
public enum NormalQuantile {
    /// The n with (1/√2π) ∫_{−∞}^n exp(−t²/2) dt = `confidenceLevel`.
    /// - Parameter confidenceLevel: at least 1/2 and below 1; nil is returned for anything else.
    public static func deviations(oneSided confidenceLevel: Double) -> Double? {
        guard confidenceLevel >= 0.5, confidenceLevel < 1 else { return nil }
        let tail = 1 - confidenceLevel
        // The greatest level below 1 that a Double holds lies at 8.2 σ; 60 halvings of 9 reach its rounding.
        return Bracket(inside: 0, outside: 9).narrowed(halvings: 60) { oneSidedTail($0) > tail }.middle
    }

    /// The probability of more than n standard deviations to one side.
    public static func oneSidedTail(_ deviations: Double) -> Double { Double.erfc(deviations / 2.0.squareRoot()) / 2 }
}
