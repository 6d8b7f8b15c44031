import NumericalMethods
import RealModule

/// Four spectral indices of the narrow-line solver: ``NarrowLineSpectrum`` with a vector for every number that depends on
/// the index. A class, so that passing it on counts one reference and not one for each array.
final class NarrowLineLanes: Sendable {
    typealias Lanes = SIMD4<Double>

    let index: Lanes
    /// W, as ``SourceTable`` has it.
    let source: LaneSource
    /// W at the nodes, and at each crossing.
    let sourceAtNode: [Lanes]
    let sourceAtCrossing: [Lanes]
    /// x^γ at each pair of a line's node and a higher line, and x.
    let powerAtCrossing: [Lanes]
    let fractionAtCrossing: [Double]
    /// e^{γu} at the nodes, and e^u.
    let growth: [Lanes]
    let scales: [Double]
    /// e^{γ d_j}.
    let distancePowers: [Lanes]

    /// - Parameter index: four γ.
    init(_ index: Lanes, _ geometry: LineGeometry) {
        self.index = index
        let (nodes, lines) = (geometry.grid.nodes, geometry.lines)
        let source = LaneSource(index, geometry)
        self.source = source
        sourceAtNode = nodes.map { source(source.place($0)) }
        sourceAtCrossing = geometry.crossings.map { source(source.place($0.u)) }
        let decays = nodes.map { exponential(index * -$0) }
        var powers: [Lanes] = []
        var fractions: [Double] = []
        powers.reserveCapacity(geometry.crossings.count)
        fractions.reserveCapacity(geometry.crossings.count)
        for lower in 0..<lines.count {
            for higher in 0..<lower {
                let distance = lines.distances[lower] - lines.distances[higher]
                let (power, ratio) = (exponential(index * -distance), Double.exp(-distance))
                for decay in decays { powers.append(decay * power) }
                for scale in geometry.scales { fractions.append(ratio / scale) }
            }
        }
        powerAtCrossing = powers
        fractionAtCrossing = fractions
        growth = nodes.map { exponential(index * $0) }
        scales = geometry.scales
        distancePowers = lines.distances.map { exponential(index * $0) }
    }
}

/// The source tables of four spectral indices.
struct LaneSource: Sendable {
    /// W and −dW/du at the nodes.
    private let values: [(value: SIMD4<Double>, slope: SIMD4<Double>)]
    private let step: Double
    private let perStep: Double

    init(_ index: SIMD4<Double>, _ geometry: LineGeometry) {
        // Indices that fill a vector up are one and the same.
        let first = geometry.source(index: index.x)
        let second = index.y == index.x ? first : geometry.source(index: index.y)
        let third = index.z == index.y ? second : geometry.source(index: index.z)
        let fourth = index.w == index.z ? third : geometry.source(index: index.w)
        (step, perStep) = (first.step, 1 / first.step)
        values = first.values.indices.map { node in
            let (a, b) = (first.values[node], second.values[node])
            let (c, d) = (third.values[node], fourth.values[node])
            return (SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y))
        }
    }

    /// Where in the tables u lies.
    @inline(__always)
    func place(_ u: Double) -> SourcePlace {
        let offset = u * perStep
        let cell = min(max(Int(offset), 0), values.count - 2)
        return SourcePlace(cell: cell, weights: hermiteWeights(offset - Double(cell), step: step))
    }

    /// W(u)/W(0).
    @inline(__always)
    func callAsFunction(_ place: SourcePlace) -> SIMD4<Double> {
        let (left, right) = (values[place.cell], values[place.cell + 1])
        let sum = left.value * place.weights.x + right.value * place.weights.y
        return sum - (left.slope * place.weights.z + right.slope * place.weights.w)
    }
}
