import NumericalMethods

/// Nodes in u = ln(1+z) on which the absorption rates live: panels between the kinks of the rates, each with equal steps.
struct RedshiftGrid: Sendable {
    /// Between two kinks.
    struct Panel: Sendable {
        var lower: Double
        var step: Double
        /// 1/step: a division costs as much as all the rest of finding a place.
        var perStep: Double
        var firstNode: Int
        var cells: Int

        /// The integral over one cell of the cubic through four nodes of the panel: never across a kink.
        @inline(__always)
        func integral(cell: Int, _ value: (Int) -> SIMD4<Double>) -> SIMD4<Double> {
            CubicCells.integral(cell: cell, of: cells, step: step) { value(firstNode + $0) }
        }
    }

    /// Where a point lies, and the cubic Hermite weights of its neighbours there.
    struct Position: Sendable {
        var cell: Int
        /// Weights of: value left, value right, derivative left, derivative right.
        var weights: SIMD4<Double>
    }

    let panels: [Panel]
    let nodes: [Double]
    let upper: Double

    /// - Parameters:
    ///   - upper: ln(1+z_max).
    ///   - kinks: where rates are not smooth; those outside (0, upper) are ignored.
    ///   - step: the largest step.
    init(upper: Double, kinks: [Double], step: Double) {
        self.upper = upper
        // Closer than this, kinks of degenerate lines are one: the steps between would drown in rounding.
        let edges = ([0, upper] + kinks.filter { $0 > 0 && $0 < upper }).sorted()
        var kept: [Double] = []
        for edge in edges where kept.isEmpty || edge - kept[kept.count - 1] > 1e-9 * upper { kept.append(edge) }
        kept[kept.count - 1] = upper
        var panels: [Panel] = []
        var nodes: [Double] = []
        for (lower, end) in zip(kept, kept.dropFirst()) {
            // The quadrature needs four nodes of one panel.
            let cells = max(3, Int(((end - lower) / step).rounded(.up)))
            let width = (end - lower) / Double(cells)
            panels.append(Panel(lower: lower, step: width, perStep: 1 / width, firstNode: nodes.count, cells: cells))
            // Panels have ends of their own: rates may jump from one to the next.
            for index in 0..<cells { nodes.append(lower + width * Double(index)) }
            nodes.append(end)
        }
        self.panels = panels
        self.nodes = nodes
    }

    /// The cell of a point of [0, upper].
    @inline(__always)
    func position(of u: Double) -> Position {
        var index = panels.count - 1
        while index > 0, u < panels[index].lower { index -= 1 }
        let panel = panels[index]
        let offset = (u - panel.lower) * panel.perStep
        let cell = min(max(Int(offset), 0), panel.cells - 1)
        return Position(
            cell: panel.firstNode + cell, weights: hermiteWeights(offset - Double(cell), step: panel.step))
    }
}
