import NumericalMethods

/// Nodes in ε = ln(E_1st/E) for cumulative fluxes: cells between the jumps and bends of the spectrum, with nodes of their
/// own at either end, because slopes differ from side to side.
struct SpectralGrid: Sendable {
    struct Cell: Sendable {
        var lower: Double
        var upper: Double
    }

    private struct Panel: Sendable {
        var lower: Double
        var step: Double
        /// 1/step.
        var cellsPerUnit: Double
        var firstCell: Int
        var cells: Int
    }

    let cells: [Cell]
    private let panels: [Panel]
    let upper: Double

    /// - Parameters:
    ///   - edges: jumps and bends, rising from 0.
    ///   - step: the largest step.
    init(edges: [Double], step: Double) {
        var cells: [Cell] = []
        var panels: [Panel] = []
        var lower = 0.0
        for edge in edges where edge - lower > 1e-9 {
            let count = Int(((edge - lower) / step).rounded(.up))
            let width = (edge - lower) / Double(count)
            panels.append(
                Panel(lower: lower, step: width, cellsPerUnit: 1 / width, firstCell: cells.count, cells: count))
            for index in 0..<count {
                let start = lower + width * Double(index)
                cells.append(Cell(lower: start, upper: index == count - 1 ? edge : start + width))
            }
            lower = edge
        }
        self.cells = cells
        self.panels = panels
        upper = lower
    }

    /// The cell of a point of [0, upper] and the Hermite weights of its ends.
    /// - Parameter panel: where the search begins, and where it ended: points asked for in order are next to one another.
    @inline(__always)
    func position(of epsilon: Double, near panel: inout Int) -> (cell: Int, weights: SIMD4<Double>) {
        while panel > 0, epsilon < panels[panel].lower { panel -= 1 }
        while panel < panels.count - 1, epsilon >= panels[panel + 1].lower { panel += 1 }
        let found = panels[panel]
        let offset = (epsilon - found.lower) * found.cellsPerUnit
        let cell = min(max(Int(offset), 0), found.cells - 1)
        return (found.firstCell + cell, hermiteWeights(offset - Double(cell), step: found.step))
    }
}
