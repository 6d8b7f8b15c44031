import RealModule

/// The probability that χ² of a given number of degrees of freedom exceeds a value: Q(ν/2, χ²/2).
///
/// For whole ν it is a finite sum, Abramowitz and Stegun 26.4.4 and 26.4.5: with x = χ²/2,
/// e^−x Σ x^k/k! for even ν, and erfc(√x) + e^−x Σ x^(k−1/2)/Γ(k + 1/2) for odd.
///
/// - Returns: nil for a negative χ², one that is no number, or fewer than one degree of freedom.
public func chi2Probability(_ chi2: Double, degreesOfFreedom: Int) -> Double? {
    guard chi2 >= 0, degreesOfFreedom >= 1 else { return nil }
    guard chi2 < .infinity else { return 0 }
    let x = chi2 / 2
    let isEven = degreesOfFreedom % 2 == 0
    var sum = isEven ? 0 : Double.erfc(x.squareRoot())
    guard x > 0 else { return 1 }
    // In logarithms, so that many degrees of freedom neither overflow nor vanish.
    var logarithm = isEven ? -x : -x + Double.log(2 * (x / .pi).squareRoot())
    var order = isEven ? 0.0 : 0.5
    for _ in 0..<(degreesOfFreedom / 2) {
        sum += Double.exp(logarithm)
        order += 1
        logarithm += Double.log(x / order)
    }
    return min(sum, 1)
}

/// How many standard deviations a Gaussian must be away, to either side, to be as improbable: 0.0455 is 2 σ.
///
/// - Returns: nil for what is no probability above 0 and at most 1.
public func deviations(ofProbability probability: Double) -> Double? {
    guard probability > 0, probability <= 1 else { return nil }
    // erfc(n/√2) at 38 is the smallest number there is; 60 halvings reach rounding.
    return Bracket(inside: 0, outside: 39).narrowed(halvings: 60) {
        Double.erfc($0 / 2.0.squareRoot()) > probability
    }.middle
}
