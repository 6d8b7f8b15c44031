import RealModule

/// The modified Bessel functions K_n of thermal averages.
enum BesselK {
    /// K_n(x) = ∫₀^∞ e^{−x cosh t} cosh nt dt, x > 0; the trapezoidal rule converges exponentially, to 1e-13 here.
    static func value(order: Double, _ x: Double) -> Double {
        let step = 0.25
        var sum = 0.5 * Double.exp(-x)
        var t = step
        while true {
            let term = Double.exp(-x * Double.cosh(t)) * Double.cosh(order * t)
            sum += term
            guard term > 1e-16 * sum else { return sum * step }
            t += step
        }
    }
}
