/// What sources emit in the cells of a grid, relative to a power law.
struct GridEmission {
    /// In the middle of each cell's way through a step, in the order of ``StepDepths/cells``.
    let parts: [Double]
    /// At the largest redshift, for each cell.
    let farthest: [Double]

    /// - Parameter shape: at x = ln(E/E_1st).
    init(_ layout: GridLayout, _ range: GridRange, shape: (Double) -> Double) {
        let count = range.cells + (layout.steps - 1) * layout.slots
        parts = (0..<count).map {
            shape(layout.middle(cell: $0, top: range.top + layout.steps - 1) + layout.step / 2)
        }
        farthest = (0..<range.cells).map {
            shape(layout.middle(cell: $0, top: range.top) + Double(layout.steps) * layout.step)
        }
    }
}
