/// Nodes in u = ln(1+z) on which the absorption rates live: panels between the kinks of the rates, each with equal steps.
struct RedshiftGrid: Sendable {
    /// Between two kinks.
    struct Panel: Sendable {
        var lower: Double
        var step: Double
        var firstNode: Int
        var cells: Int

        /// The integral over one cell of the cubic through four nodes of the panel: fourth order, and never across a
        /// kink.
        @inline(__always)
        func integral(cell: Int, _ value: (Int) -> SIMD4<Double>) -> SIMD4<Double> {
            let start = min(max(cell - 1, 0), cells - 3)
            let node = firstNode + start
            let (a, b, c, d) = (value(node), value(node + 1), value(node + 2), value(node + 3))
            let scale = step / 24
            switch cell - start {
            case 0:
                let near: SIMD4<Double> = 9 * a + 19 * b
                let far: SIMD4<Double> = near - 5 * c
                return (far + d) * scale
            case 1:
                let middle: SIMD4<Double> = 13 * (b + c)
                return (middle - a - d) * scale
            default:
                let far: SIMD4<Double> = a - 5 * b
                let near: SIMD4<Double> = far + 19 * c
                return (near + 9 * d) * scale
            }
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
            panels.append(Panel(lower: lower, step: width, firstNode: nodes.count, cells: cells))
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
        let offset = (u - panel.lower) / panel.step
        let cell = min(max(Int(offset), 0), panel.cells - 1)
        return Position(
            cell: panel.firstNode + cell, weights: hermiteWeights(offset - Double(cell), step: panel.step))
    }
}

/// Cubic Hermite weights of value left, value right, derivative left, derivative right at a fraction of a step.
@inline(__always)
func hermiteWeights(_ t: Double, step: Double) -> SIMD4<Double> {
    let rest = 1 - t
    let right = t * t * (3 - 2 * t)
    return SIMD4(1 - right, right, step * t * rest * rest, -step * t * t * rest)
}
