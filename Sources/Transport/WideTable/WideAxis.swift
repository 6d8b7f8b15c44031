import NumericalMethods
import RealModule

/// Nodes of one coordinate v of the plane, evenly spaced in a place that is v/step on one side of an origin and runs into
/// 0 on the other, as e^{−|v − origin|/scale}: what it is the coordinate of stops changing there.
struct WideAxis: Sendable {
    /// From where on nodes lie apart.
    let origin: Double
    /// Over which distance they begin to.
    let scale: Double
    /// Between nodes where they are close.
    let step: Double
    /// Whether places are 0 and above, so that they run into 0 below the origin; else 0 and below, and above it.
    let rises: Bool

    /// What four nodes count for at a value, by the cubic through them in places.
    /// - Returns: the first of them; none lies beyond 0.
    func stencil(_ value: Double) -> (first: Int, weights: SIMD4<Double>) {
        let place = place(value)
        let first = place.rounded(.down) - 1
        let bounded = rises ? max(first, 0) : min(first, -3)
        return (Int(bounded), CubicStencil.weights(at: place - bounded))
    }

    /// Where a node lies; in the place of infinity, where nothing changes any more.
    func value(_ node: Int) -> Double {
        let part = Double.expMinusOne(abs(Double(node)) * step / scale)
        let distance = scale * max(Double.log(part), -Self.farthest)
        return origin + (rises ? distance : -distance)
    }

    /// The values in whose stencils a node is; infinite where there is no end.
    func served(by node: Int) -> ClosedRange<Double> {
        func end(_ place: Int) -> Double {
            if place == 0 { return rises ? -.infinity : .infinity }
            return value(place)
        }
        // Four nodes at 0 stand in for those beyond.
        return rises
            ? end(node <= 3 ? 0 : node - 2)...end(node + 2)
            : end(node - 2)...end(node >= -3 ? 0 : node + 2)
    }

    private func place(_ value: Double) -> Double {
        let distance = (rises ? value - origin : origin - value) / scale
        // ln(1 + e^d), without e^d where it is large.
        let place = (max(distance, 0) + Double.log(onePlus: Double.exp(-abs(distance)))) * scale / step
        return rises ? place : -place
    }

    /// e^−this of the change is left at the node that stands for infinity.
    private static let farthest = 16.0
}
