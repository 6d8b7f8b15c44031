import NumericalMethods
import RealModule

/// Four spectral indices of the narrow-line solver: ``NarrowLineSpectrum`` with a vector for every number that depends on
/// the index. A class, so that passing it on counts one reference and not one for each array.
final class NarrowLineLanes: Sendable {
    typealias Lanes = SIMD4<Double>

    let index: Lanes
    /// W and −dW/du at the nodes of the source tables.
    let source: [(value: Lanes, slope: Lanes)]
    let sourceStep: Double
    private let perSourceStep: Double
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

    init(_ spectra: [NarrowLineSpectrum], _ geometry: LineGeometry) {
        func lanes(_ value: (NarrowLineSpectrum) -> Double) -> Lanes { Lanes(spectra.map(value)) }
        let index = lanes(\.index)
        self.index = index
        let nodes = geometry.grid.nodes
        let lines = geometry.lines
        sourceStep = spectra[0].source.step
        perSourceStep = 1 / sourceStep
        source = spectra[0].source.values.indices.map { node in
            (lanes { $0.source.values[node].x }, lanes { $0.source.values[node].y })
        }
        sourceAtNode = nodes.indices.map { node in lanes { $0.sourceAtNode[node] } }
        sourceAtCrossing = geometry.crossings.indices.map { place in lanes { $0.sourceAtCrossing[place] } }
        var powers: [Lanes] = []
        var fractions: [Double] = []
        for lower in 0..<lines.count {
            for higher in 0..<lower {
                let distance = lines.distances[lower] - lines.distances[higher]
                powers += nodes.map { exponential(index * -($0 + distance)) }
                fractions += nodes.map { Double.exp(-($0 + distance)) }
            }
        }
        powerAtCrossing = powers
        fractionAtCrossing = fractions
        growth = nodes.map { exponential(index * $0) }
        scales = nodes.map { Double.exp($0) }
        distancePowers = lines.distances.map { exponential(index * $0) }
    }

    /// Where in the source tables u lies.
    @inline(__always)
    func place(_ u: Double) -> SourcePlace {
        let offset = u * perSourceStep
        let cell = min(max(Int(offset), 0), source.count - 2)
        return SourcePlace(cell: cell, weights: hermiteWeights(offset - Double(cell), step: sourceStep))
    }

    /// W(u)/W(0), as ``SourceTable``.
    @inline(__always)
    func source(_ place: SourcePlace) -> Lanes {
        let (left, right) = (source[place.cell], source[place.cell + 1])
        let values = left.value * place.weights.x + right.value * place.weights.y
        return values - (left.slope * place.weights.z + right.slope * place.weights.w)
    }
}
