import NumericalMethods
import Physics
import RealModule

/// e^{−τ} at every crossing of the narrow-line solver, for one mediator and any spectral index.
struct CrossingSurvival {
    /// Of each line at the nodes, line after line; and its derivative to u.
    let atNode: [SIMD4<Double>]
    private let slopes: [SIMD4<Double>]
    /// In the order of ``LineGeometry/crossings``.
    private(set) var atCrossing: [SIMD4<Double>] = []
    private let nodeCount: Int

    init(_ geometry: LineGeometry, _ mediator: Mediator) {
        let strength = min(mediator.strength, 1e100)
        nodeCount = geometry.grid.nodes.count
        var (values, slopes): ([SIMD4<Double>], [SIMD4<Double>]) = ([], [])
        for squares in geometry.lines.chargeSquares {
            for node in 0..<nodeCount {
                let (value, slope) = geometry.survival(squares * -strength, node: node)
                values.append(value)
                slopes.append(slope)
            }
        }
        (atNode, self.slopes) = (values, slopes)
        atCrossing.reserveCapacity(geometry.crossings.count)
        for lower in 0..<geometry.lines.count {
            for higher in 0..<lower {
                let first = geometry.pair(lower, higher) * nodeCount
                for place in first..<first + nodeCount {
                    let crossing = geometry.crossings[place]
                    atCrossing.append(crossing.happens ? at(crossing.position, line: higher) : .zero)
                }
            }
        }
    }

    /// Between nodes.
    @inline(__always)
    func at(_ position: RedshiftGrid.Position, line: Int) -> SIMD4<Double> {
        let left = line * nodeCount + position.cell
        return position.survival(atNode[left], atNode[left + 1], slopes[left], slopes[left + 1])
    }
}

extension LineGeometry {
    /// e^{−τ} at a node, and its derivative to u.
    /// - Parameter strengths: −κ |Q_ij|².
    @inline(__always)
    func survival(_ strengths: SIMD4<Double>, node: Int) -> (value: SIMD4<Double>, slope: SIMD4<Double>) {
        let value = exponential(strengths * depthAtNode[node])
        return (value, value * strengths * depthSlopeAtNode[node])
    }
}

extension RedshiftGrid.Position {
    /// e^{−τ} from its values and derivatives on either side: to 3e-7, where four e-folds are absorbed and steps are 0.024.
    @inline(__always)
    func survival(
        _ left: SIMD4<Double>, _ right: SIMD4<Double>, _ leftSlope: SIMD4<Double>, _ rightSlope: SIMD4<Double>
    ) -> SIMD4<Double> {
        let values: SIMD4<Double> = left * weights.x + right * weights.y
        let withLeft: SIMD4<Double> = values + leftSlope * weights.z
        let survival = withLeft + rightSlope * weights.w
        // Where next to nothing is left a cubic may leave less than that.
        return survival.replacing(with: 0, where: survival .< 0)
    }
}
