import RealModule

/// Four spectral indices of the narrow-line solver: ``NarrowLineSpectrum`` with a vector for every number that depends on
/// the index.
struct NarrowLineLanes: Sendable {
    typealias Lanes = SIMD4<Double>

    let index: Lanes
    /// W and −dW/du at the nodes of the source tables.
    let source: [(value: Lanes, slope: Lanes)]
    let sourceStep: Double
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

    /// W(u)/W(0), as ``SourceTable``.
    @inline(__always)
    func source(_ u: Double) -> Lanes {
        let offset = u / sourceStep
        let cell = min(max(Int(offset), 0), source.count - 2)
        let weights = hermiteWeights(offset - Double(cell), step: sourceStep)
        let (left, right) = (source[cell], source[cell + 1])
        let values = left.value * weights.x + right.value * weights.y
        return values - left.slope * weights.z - right.slope * weights.w
    }
}
