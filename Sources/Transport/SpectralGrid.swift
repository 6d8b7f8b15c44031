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
            panels.append(Panel(lower: lower, step: width, firstCell: cells.count, cells: count))
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
    @inline(__always)
    func position(of epsilon: Double) -> (cell: Int, weights: SIMD4<Double>) {
        var index = panels.count - 1
        while index > 0, epsilon < panels[index].lower { index -= 1 }
        let panel = panels[index]
        let offset = (epsilon - panel.lower) / panel.step
        let cell = min(max(Int(offset), 0), panel.cells - 1)
        return (panel.firstCell + cell, hermiteWeights(offset - Double(cell), step: panel.step))
    }
}
