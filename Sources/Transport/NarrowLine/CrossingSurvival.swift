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
        nodeCount = geometry.grid.nodes.count
        let count = geometry.lines.count * nodeCount
        var slopes: [SIMD4<Double>] = []
        atNode = [SIMD4<Double>](unsafeUninitializedCapacity: count) { values, valueCount in
            slopes = [SIMD4<Double>](unsafeUninitializedCapacity: count) { slopes, slopeCount in
                geometry.fillSurvivals(values, slopes: slopes, strength: mediator.strength)
                slopeCount = count
            }
            valueCount = count
        }
        self.slopes = slopes
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
    /// Writes e^{−τ} of each line at the nodes, line after line, and its derivative to u.
    ///
    /// Charges are Hermitian, so that a state on the target of another takes as much as that one on its target: six exponentials
    /// serve the nine pairs, and of two nodes they fill three vectors.
    /// - Parameter strength: κ [eV⁻²].
    func fillSurvivals(
        _ values: UnsafeMutableBufferPointer<SIMD4<Double>>, slopes: UnsafeMutableBufferPointer<SIMD4<Double>>,
        strength: Double
    ) {
        // Beyond any optical depth, so that an absurd coupling stays a number.
        let strength = -min(strength, 1e100)
        let (first, rest) = (lines.firstSquares * strength, lines.otherSquares * strength)
        let count = depthAtNode.count
        for node in stride(from: 0, to: count, by: 2) {
            // Of an odd number the last is done twice.
            let places = SIMD2(node, min(node + 1, count - 1))
            let depths = SIMD2(depthAtNode[places.x], depthAtNode[places.y])
            let both = exponential(SIMD4(lowHalf: rest * depths.x, highHalf: rest * depths.y))
            deal(exponential(first * depths.x), both.lowHalf, first, rest, at: places.x, values, slopes)
            deal(exponential(first * depths.y), both.highHalf, first, rest, at: places.y, values, slopes)
        }
    }

    /// Deals what survives on the six pairs to the lines.
    @inline(__always)
    private func deal(
        _ first: SIMD4<Double>, _ rest: SIMD2<Double>, _ firstStrengths: SIMD4<Double>, _ otherStrengths: SIMD2<Double>,
        at node: Int, _ values: UnsafeMutableBufferPointer<SIMD4<Double>>,
        _ slopes: UnsafeMutableBufferPointer<SIMD4<Double>>
    ) {
        let slope = depthSlopeAtNode[node]
        let (firstSlopes, otherSlopes) = (first * (firstStrengths * slope), rest * (otherStrengths * slope))
        for line in 0..<lines.count {
            let (target, place) = (lines.targets[line], line * depthAtNode.count + node)
            values[place] = Lines.states(of: target, first, rest)
            slopes[place] = Lines.states(of: target, firstSlopes, otherSlopes)
        }
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
