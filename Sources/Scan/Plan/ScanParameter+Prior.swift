import RealModule

// A parameter as an axis along which walkers move: one in which its prior is flat, or normal.

extension ScanParameter {
    /// The axis at a value: the value itself, or its logarithm where the prior is even in that.
    func axis(at value: Double) -> Double {
        if case .logarithmic = distribution { Double.log(value) } else { value }
    }

    /// The value at a place of the axis.
    func value(onAxis place: Double) -> Double {
        if case .logarithmic = distribution { Double.exp(place) } else { place }
    }

    /// ln of the prior's density along the axis, up to a constant; −∞ outside.
    func logPrior(of value: Double) -> Double {
        switch distribution {
        case .linear(let from, let to), .logarithmic(let from, let to):
            return value >= from && value <= to ? 0 : -.infinity
        case .normal(let mean, let sigma):
            let deviation = (value - mean) / sigma
            return -0.5 * deviation * deviation
        }
    }

    /// Where nearly all of the prior lies: all of a range, and eight σ to either side of a mean.
    var reach: ClosedRange<Double> {
        switch distribution {
        case .linear(let from, let to), .logarithmic(let from, let to): from...to
        case .normal(let mean, let sigma): mean - 8 * sigma...mean + 8 * sigma
        }
    }
}
