import NumericalMethods
import Physics
import RealModule

/// e^{−τ} at every crossing of the narrow-line solver, for one mediator and any spectral index.
struct CrossingSurvival {
    /// Of each line at the nodes, line after line.
    let atNode: [SIMD4<Double>]
    /// In the order of ``LineGeometry/crossings``.
    private(set) var atCrossing: [SIMD4<Double>] = []
    /// −κ|Q_ij|² of each line.
    private let strengths: InlineArray<3, SIMD4<Double>>
    private let nodeCount: Int

    init(_ geometry: LineGeometry, _ mediator: Mediator) {
        nodeCount = geometry.grid.nodes.count
        strengths = geometry.strengths(mediator.strength)
        let count = 3 * nodeCount
        atNode = [SIMD4<Double>](unsafeUninitializedCapacity: count) { values, valueCount in
            geometry.fillSurvivals(values, strength: mediator.strength)
            valueCount = count
        }
        atCrossing.reserveCapacity(geometry.crossings.count)
        for lower in 0..<geometry.lines.count {
            for higher in 0..<lower {
                let first = geometry.pair(lower, higher) * nodeCount
                for place in first..<first + nodeCount {
                    let crossing = geometry.crossings[place]
                    atCrossing.append(
                        crossing.happens ? at(crossing.position.cell, crossing.survival, line: higher) : .zero)
                }
            }
        }
    }

    /// Between nodes.
    /// - Parameter weights: ``LineGeometry/survivalWeights(_:slopes:)`` there.
    @inline(__always)
    func at(_ cell: Int, _ weights: SIMD4<Double>, line: Int) -> SIMD4<Double> {
        let left = line * nodeCount + cell
        return survived(atNode[left], atNode[left + 1], weights, strengths[line])
    }
}

/// e^{−τ} between two nodes: to 3e-7, where four e-folds are absorbed and steps are 0.024.
/// - Parameters:
///   - weights: ``LineGeometry/survivalWeights(_:slopes:)``.
///   - strengths: −κ|Q_ij|² of the line.
@inline(__always)
func survived(
    _ left: SIMD4<Double>, _ right: SIMD4<Double>, _ weights: SIMD4<Double>, _ strengths: SIMD4<Double>
) -> SIMD4<Double> {
    let fromLeft: SIMD4<Double> = left * (strengths * weights.z + weights.x)
    let survival = fromLeft + right * (strengths * weights.w + weights.y)
    // Where next to nothing is left a cubic may leave less than that.
    return raised(survival, to: 0)
}

extension LineGeometry {
    /// −κ|Q_ij|² of each line.
    /// - Parameter strength: κ [eV⁻²].
    func strengths(_ strength: Double) -> InlineArray<3, SIMD4<Double>> {
        .init { $0 < lines.count ? lines.chargeSquares[$0] * -bounded(strength) : .zero }
    }

    /// Beyond any optical depth, so that an absurd coupling stays a number.
    private func bounded(_ strength: Double) -> Double { min(strength, 1e100) }

    /// Writes e^{−τ} of each line at the nodes, line after line, and last what would be of states that have none.
    ///
    /// Charges are Hermitian, so that a state on the target of another takes as much as that one on its target: six exponentials
    /// serve the nine pairs, each of four nodes.
    /// - Parameters:
    ///   - values: three vectors for each node.
    ///   - strength: κ [eV⁻²].
    func fillSurvivals(_ values: UnsafeMutableBufferPointer<SIMD4<Double>>, strength: Double) {
        let (first, rest) = (lines.firstSquares * -bounded(strength), lines.otherSquares * -bounded(strength))
        let count = depthAtNode.count
        let fours = (count + 3) / 4
        depthAtNode.withUnsafeBufferPointer { depths in
            // All exponentials before any is dealt out: compilers that see both at once take vectors apart.
            withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: 6 * fours) { pairs in
                for four in 0..<fours {
                    let (node, pair) = (Self.firstNode(four, count), 6 * four)
                    let depth = SIMD4(depths[node], depths[node + 1], depths[node + 2], depths[node + 3])
                    pairs.initializeElement(at: pair, to: exponential(depth * first.x))
                    pairs.initializeElement(at: pair + 1, to: exponential(depth * first.y))
                    pairs.initializeElement(at: pair + 2, to: exponential(depth * first.z))
                    pairs.initializeElement(at: pair + 3, to: exponential(depth * first.w))
                    pairs.initializeElement(at: pair + 4, to: exponential(depth * rest.x))
                    pairs.initializeElement(at: pair + 5, to: exponential(depth * rest.y))
                }
                deal(pairs, 0, 1, 2, to: lines.blocks[0], values)
                deal(pairs, 1, 3, 4, to: lines.blocks[1], values)
                deal(pairs, 2, 4, 5, to: lines.blocks[2], values)
            }
        }
    }

    /// The first of four nodes, of which the last may have been done before: there are four, or a quadrature would lack nodes.
    @inline(__always)
    private static func firstNode(_ four: Int, _ count: Int) -> Int { min(4 * four, count - 4) }

    /// Deals what survives of three incoming states to the nodes of a line, and to the fourth lane what costs nothing to leave there.
    @inline(__always)
    private func deal(
        _ pairs: UnsafeMutableBufferPointer<SIMD4<Double>>, _ first: Int, _ second: Int, _ third: Int, to block: Int,
        _ values: UnsafeMutableBufferPointer<SIMD4<Double>>
    ) {
        let count = depthAtNode.count
        for four in 0..<pairs.count / 6 {
            let row = block * count + Self.firstNode(four, count)
            let (a, b, c) = (pairs[6 * four + first], pairs[6 * four + second], pairs[6 * four + third])
            values[row] = SIMD4(a.x, b.x, c.x, c.x)
            values[row + 1] = SIMD4(a.y, b.y, c.y, c.y)
            values[row + 2] = SIMD4(a.z, b.z, c.z, c.z)
            values[row + 3] = SIMD4(a.w, b.w, c.w, c.w)
        }
    }
}
