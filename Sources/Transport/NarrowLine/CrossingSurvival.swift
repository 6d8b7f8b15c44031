import NumericalMethods
import Physics
import RealModule

/// e^{−τ} at every crossing of the narrow-line solver, for one mediator and any spectral index.
struct CrossingSurvival {
    /// −κ |Q_ij|² over the incoming states, for each line.
    let strengths: [SIMD4<Double>]
    /// Of each line at the nodes, line after line.
    let atNode: [SIMD4<Double>]
    /// In the order of ``LineGeometry/crossings``.
    let atCrossing: [SIMD4<Double>]

    init(_ geometry: LineGeometry, _ mediator: Mediator) {
        let strength = min(mediator.strength, 1e100)
        let strengths = geometry.lines.chargeSquares.map { $0 * -strength }
        self.strengths = strengths
        atNode = strengths.flatMap { strength in
            geometry.depthAtNode.map { exponential(strength * $0) }
        }
        var atCrossing: [SIMD4<Double>] = []
        atCrossing.reserveCapacity(geometry.crossings.count)
        for lower in 0..<geometry.lines.count {
            for higher in 0..<lower {
                let first = geometry.pair(lower, higher) * geometry.grid.nodes.count
                for place in first..<first + geometry.grid.nodes.count {
                    let crossing = geometry.crossings[place]
                    atCrossing.append(crossing.happens ? exponential(strengths[higher] * crossing.depth) : .zero)
                }
            }
        }
        self.atCrossing = atCrossing
    }
}
