import RealModule

/// What Δχ² a region of two parameters reaches up to: −2 ln(1 − CL), the quantile of χ² with two degrees of freedom;
/// 4.605 at 90 %, 5.991 at 95 %.
///
/// - Parameter confidenceLevel: a fraction above 0 and below 1; nil is answered to anything else.
public func chi2Threshold(confidenceLevel: Double) -> Double? {
    guard confidenceLevel > 0, confidenceLevel < 1 else { return nil }
    return -2 * Double.log(onePlus: -confidenceLevel)
}
