/// One term of χ²: a number N_obs and what a deviation from it costs on either side.
///
/// Every treatment of errors and of upper limits is a parabola with its vertex at `observed` and a weight for each side,
/// so that the fit needs not know which was chosen.
struct DataPoint: Sendable, Hashable {
    /// N_obs [cm⁻² s⁻¹ sr⁻¹], eq. (12).
    let observed: Double
    /// 1/σ² below and above N_obs [(cm⁻² s⁻¹ sr⁻¹)⁻²]; zero where that side costs nothing.
    let weightBelow: Double
    let weightAbove: Double

    init(_ segment: Segment, _ treatment: Treatment) {
        let width = segment.integral
        func weight(_ error: Double) -> Double { 1 / (error * width * error * width) }
        switch segment.measurement {
        case .flux(let flux, let minus, let plus):
            let mean = (minus + plus) / 2
            observed = flux * width
            switch treatment.errors {
            case .mean: (weightBelow, weightAbove) = (weight(mean), weight(mean))
            case .bySide: (weightBelow, weightAbove) = (weight(minus), weight(plus))
            }
        case .upperLimit(let limit):
            switch treatment.upperLimits {
            case .oneSided: (observed, weightBelow, weightAbove) = (limit * width, 0, weight(limit))
            case .zeroCentred: (observed, weightBelow, weightAbove) = (0, weight(limit), weight(limit))
            }
        }
    }

    /// The term's 1/σ² for a prediction [cm⁻² s⁻¹ sr⁻¹].
    @inline(__always) func weight(at predicted: Double) -> Double {
        predicted > observed ? weightAbove : weightBelow
    }

    /// (N_th − N_obs)²/σ².
    @inline(__always) func chi2(at predicted: Double) -> Double {
        let deviation = predicted - observed
        return weight(at: predicted) * deviation * deviation
    }
}
