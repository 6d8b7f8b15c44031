import NumericalMethods

/// Nodes in ε = ln(E_1st/E) for cumulative fluxes: cells between the jumps and bends of the spectrum, with nodes of their
/// own at either end, because slopes differ from side to side.
struct SpectralGrid: Sendable {
    struct Cell: Sendable {
        var lower: Double
        var upper: Double
    }

    fileprivate struct Panel: Sendable {
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

    /// Lends what finds places, one after another; there must be cells.
    @inline(__always)
    func withFinder(_ body: (inout Finder) -> Void) {
        panels.withUnsafeBufferPointer { panels in
            guard let first = panels.baseAddress else { return }
            var finder = Finder(first: first, last: panels.count - 1)
            body(&finder)
        }
    }

    /// Finds places from the last one on: those asked for in order are next to one another.
    struct Finder {
        fileprivate let first: UnsafePointer<Panel>
        fileprivate let last: Int
        private var panel = 0

        fileprivate init(first: UnsafePointer<Panel>, last: Int) { (self.first, self.last) = (first, last) }

        /// The cell of a point of [0, upper] and the Hermite weights of its ends.
        @inline(__always)
        mutating func position(of epsilon: Double) -> (cell: Int, weights: SIMD4<Double>) {
            while panel > 0, epsilon < first[panel].lower { panel -= 1 }
            while panel < last, epsilon >= first[panel + 1].lower { panel += 1 }
            let found = first + panel
            let offset = (epsilon - found.pointee.lower) * found.pointee.cellsPerUnit
            let cell = min(max(Int(offset), 0), found.pointee.cells - 1)
            return (
                found.pointee.firstCell + cell, hermiteWeights(offset - Double(cell), step: found.pointee.step)
            )
        }
    }
}
