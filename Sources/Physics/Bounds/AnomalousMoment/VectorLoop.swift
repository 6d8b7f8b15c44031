import ConstraintKit
import RealModule

/// What the loop of a vector adds to the anomalous magnetic moment a = (g − 2)/2 of a lepton.
enum VectorLoop {
    /// Δa/g² for a coupling g: (1/4π²) ∫₀¹ x²(1−x) r/(1 − x + x² r) dx, r = (lepton mass/vector mass)².
    ///
    /// The integrand has a layer at x ≈ √(1/r) where r is large and one at 1 − x ≈ r where it is small. In
    /// t = ln(x/(1−x)) both are as smooth as the rest: the nearest pole lies π/2 off the real axis, so the trapezoidal
    /// rule of step h errs by exp(−π²/h), below rounding for h = 1/4, at every mass. Both tails fall as exp(−|t|) or
    /// faster, once past the layers: 40 + ln of the larger of r and 1/r leaves nothing. Of masses farther apart than e^150 the one counts
    /// as zero.
    static func anomalyPerSquaredCoupling(_ mass: Mass, leptonMass: Double) -> Double {
        let ratio = mass.inMeV / leptonMass
        let inverseR = ratio * ratio
        let reach = Int((40 + min(2 * abs(Double.log(ratio)), 300)) / step)
        var sum = 0.0
        for index in -reach...reach {
            let (x, rest) = abs(index) <= reachOfNodes ? nodes[index + reachOfNodes] : node(index)
            sum += x * x * rest / (inverseR * rest + x * x) * (x * rest)
        }
        return sum * step / (4 * .pi * .pi)
    }

    private static let step = 0.25

    /// x and 1 − x at a node.
    private static func node(_ index: Int) -> (x: Double, rest: Double) {
        let t = Double(index) * step
        return (1 / (1 + Double.exp(-t)), 1 / (1 + Double.exp(t)))
    }

    /// Enough for every ratio of masses between 1e-13 and 1e13.
    private static let reachOfNodes = 400
    private static let nodes = (-reachOfNodes...reachOfNodes).map(node)
}
