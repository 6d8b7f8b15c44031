import ConstraintKit
import NumericalMethods
import Physics

/// One term of χ², or of −2 ln L: a number N_obs and what a deviation from it costs on either side.
///
/// Every treatment of errors and of upper limits is a parabola with its vertex at `observed` and a weight for each side,
/// so that the fit needs not know which was chosen.
struct DataPoint: Sendable, Hashable {
    /// N_obs [cm⁻² s⁻¹ sr⁻¹], eq. (12).
    let observed: Double
    /// 1/σ² below and above N_obs [(cm⁻² s⁻¹ sr⁻¹)⁻²]; zero where that side costs nothing.
    let weightBelow: Double
    let weightAbove: Double

    /// Whether it is an upper limit that costs nothing below itself.
    var isLimit: Bool { weightBelow == 0 }

    init(observed: Double, weightBelow: Double, weightAbove: Double) {
        (self.observed, self.weightBelow, self.weightAbove) = (observed, weightBelow, weightAbove)
    }

    /// - Parameter level: of the limit, where the segment is one.
    init(_ segment: Segment, _ treatment: Treatment, limitLevel level: ConfidenceLevel = .notStated) {
        let width = segment.integral
        func weight(_ error: Double) -> Double { 1 / (error * width * error * width) }
        switch (segment.measurement, treatment.statistic) {
        case (.flux(let flux, let minus, let plus), let statistic):
            observed = flux * width
            if statistic == .chi2, treatment.errors == .mean {
                let mean = (minus + plus) / 2
                (weightBelow, weightAbove) = (weight(mean), weight(mean))
            } else {
                (weightBelow, weightAbove) = (weight(minus), weight(plus))
            }
        case (.upperLimit(let limit), .chi2):
            switch treatment.upperLimits {
            case .oneSided: (observed, weightBelow, weightAbove) = (limit * width, 0, weight(limit))
            case .zeroCentred: (observed, weightBelow, weightAbove) = (0, weight(limit), weight(limit))
            }
        case (.upperLimit(let limit), .asymmetricGaussian):
            let error = limit / Self.deviations(of: level)
            (observed, weightBelow, weightAbove) = (0, weight(error), weight(error))
        }
    }

    /// How many standard deviations of a half Gaussian about zero a limit stands for.
    static func deviations(of level: ConfidenceLevel) -> Double {
        guard let fraction = level.fraction, fraction > 0,
            let deviations = NormalQuantile.deviations(oneSided: (1 + fraction) / 2)
        else { return 1 }
        return deviations
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
