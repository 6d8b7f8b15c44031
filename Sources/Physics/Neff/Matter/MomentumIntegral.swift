import RealModule

/// Integrals over momenta from 0 to infinity whose integrand falls as e^{−p}, as those over thermal distributions do
/// in units of the temperature.
///
/// With p = exp(t − e^{−t}) the integrand falls doubly exponentially at both ends, also where it has a root or a
/// logarithm at p = 0, so that the trapezoidal rule in t converges exponentially: a step of 1/16 is exact to 1e-12.
enum MomentumIntegral {
    /// ∫₀^∞ f(p) dp.
    static func of(_ integrand: (Double) -> Double) -> Double {
        var sum = 0.0
        for node in nodes { sum += node.weight * integrand(node.momentum) }
        return sum
    }

    /// Momenta in units of the temperature, and their weights.
    static let nodes: [(momentum: Double, weight: Double)] = (-56...90).map { index in
        let t = Double(index) / 16
        let momentum = Double.exp(t - Double.exp(-t))
        return (momentum, momentum * (1 + Double.exp(-t)) / 16)
    }
}
