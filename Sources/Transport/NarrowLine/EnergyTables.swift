import NumericalMethods

/// What is read at each energy, and where it lies: to reach for arrays within arrays there would cost as much as the physics.
struct EnergyTables {
    struct Line {
        /// d_j.
        var distance: Double
        /// e^{d_j}.
        var ratio: Double
        /// e^{γ d_j}.
        var power: Double
    }

    let index: Double
    /// ``LineGeometry/free``.
    let free: SIMD4<Double>
    let lineCount: Int
    let lines: InlineArray<3, Line>
    /// u_max.
    let upper: Double
    /// ε of the lowest crossing.
    let end: Double
    let panels: UnsafeBufferPointer<RedshiftGrid.Panel>
    /// ``LineGeometry/scales``.
    let scales: UnsafeBufferPointer<Double>
    /// ``LineGeometry/depthSlopeAtNode``.
    let depthSlopes: UnsafeBufferPointer<Double>
    let source: SourceTable.Reading

    /// Where four energies meet a line among the nodes.
    struct Places {
        /// The nodes on the left.
        var cells: EvenCells
        /// Hermite's weights of the values on the left and on the right.
        var left: SIMD4<Double>
        var right: SIMD4<Double>
        /// The same of their derivatives.
        var leftSlope: SIMD4<Double>
        var rightSlope: SIMD4<Double>
    }

    /// - Parameter u: each of [0, upper].
    @inline(__always)
    func places(_ u: SIMD4<Double>) -> Places {
        var number = panels.count &- 1
        while number > 0, u.x < panels[number].lower { number &-= 1 }
        var lanes = PanelLanes(panels[number])
        let next = number &+ 1 < panels.count ? panels[number &+ 1].lower : .infinity
        let isWithin = !VectorSelection(u, below: lanes.lower) & VectorSelection(u, below: SIMD4(repeating: next))
        if !isWithin.isAll { lanes = PanelLanes(u, panels) }
        let cells = EvenCells((u - lanes.lower) * lanes.perStep, first: lanes.first, last: lanes.last)
        let (t, rest) = (cells.fraction, 1 - cells.fraction)
        let right: SIMD4<Double> = t * t * (3 - 2 * t)
        let slope: SIMD4<Double> = lanes.step * t * rest
        return Places(
            cells: cells, left: 1 - right, right: right, leftSlope: slope * rest, rightSlope: slope * -t)
    }
}

/// The panels of four places.
private struct PanelLanes {
    var lower: SIMD4<Double>
    var step: SIMD4<Double>
    var perStep: SIMD4<Double>
    /// The first node, and the last cell counted from it.
    var first: SIMD4<Double>
    var last: SIMD4<Double>

    /// All in one.
    @inline(__always)
    init(_ panel: RedshiftGrid.Panel) {
        (lower, step) = (SIMD4(repeating: panel.lower), SIMD4(repeating: panel.step))
        perStep = SIMD4(repeating: panel.perStep)
        (first, last) = (SIMD4(repeating: Double(panel.firstNode)), SIMD4(repeating: Double(panel.cells &- 1)))
    }

    /// Each in its own.
    @inline(never)
    init(_ u: SIMD4<Double>, _ panels: UnsafeBufferPointer<RedshiftGrid.Panel>) {
        self.init(panels[0])
        for panel in panels.dropFirst() {
            let (lanes, isBelow) = (PanelLanes(panel), VectorSelection(u, below: SIMD4(repeating: panel.lower)))
            lower = isBelow(lower, else: lanes.lower)
            step = isBelow(step, else: lanes.step)
            perStep = isBelow(perStep, else: lanes.perStep)
            first = isBelow(first, else: lanes.first)
            last = isBelow(last, else: lanes.last)
        }
    }
}

extension NarrowLineSpectrum {
    /// Lends the tables.
    func withTables<Result>(_ body: (EnergyTables) -> Result) -> Result {
        source.values.withUnsafeBufferPointer { values in
            geometry.grid.panels.withUnsafeBufferPointer { panels in
                geometry.scales.withUnsafeBufferPointer { scales in
                    geometry.depthSlopeAtNode.withUnsafeBufferPointer { slopes in
                        body(
                            EnergyTables(
                                index: index, free: geometry.free, lineCount: geometry.lines.count, lines: lines,
                                upper: geometry.grid.upper, end: geometry.edges[geometry.edges.count - 1],
                                panels: panels, scales: scales, depthSlopes: slopes,
                                source: SourceTable.Reading(
                                    values: values, step: source.step, perStep: source.perStep,
                                    last: Double(source.last), stride: source.stride)))
                    }
                }
            }
        }
    }
}
