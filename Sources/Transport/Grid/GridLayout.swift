import Physics
import RealModule

/// The cells in x = ln(y/E_1st), y = E/(1+z), and the steps in u = ln(1+z), before any mediator is known.
///
/// With cells that repeat after every step h, E = y e^u moves by whole periods a step, and one table of the cross section
/// serves all steps. Cells end where a line lies at the end of a step: in each step each narrow line passes over a row of
/// whole cells, and the spectrum at Earth jumps between cells, never inside one.
struct GridLayout: Sendable {
    /// u_s = s h, s from 0 to `steps`.
    let steps: Int
    /// h.
    let step: Double
    /// Upper ends of the cells of a period, falling from h; x of a cell's end is p h + this.
    let uppers: [Double]
    /// Widths of the cells of a period.
    let widths: [Double]
    /// 12π² n/H [eV²] at each u_s, as ``LineGeometry/depth(scale:)``.
    let depths: [Double]

    /// Cells a period.
    var slots: Int { uppers.count }

    init(_ geometry: LineGeometry, pointsPerDecade: Double) {
        let upper = geometry.grid.upper
        let slots = max(1, geometry.lines.count)
        let steps = max(2, Int((upper * pointsPerDecade / Double.log(10)).rounded(.up)))
        let step = upper / Double(steps)
        self.steps = steps
        self.step = step
        depths = (0...steps).map { geometry.depth(scale: Double.exp(step * Double($0))) }
        let ends = Self.ends(geometry.lines, step: step, slots: slots)
        uppers = ends
        widths = ends.indices.map { ends[$0] - ($0 + 1 < ends.count ? ends[$0 + 1] : 0) }
    }

    /// The places of the lines within a period, falling from h to the last above 0.
    private static func ends(_ lines: Lines, step: Double, slots: Int) -> [Double] {
        var ends = [step]
        for distance in lines.distances {
            let place = step - distance.truncatingRemainder(dividingBy: step)
            // Cells narrower than this are not worth their time: a jump moves by less.
            let least = 1e-3 * step
            if place > least, ends.allSatisfy({ abs($0 - place) > least }) { ends.append(place) }
        }
        // Lines at the same place leave fewer cells: halve the widest until there are as many as intended.
        while ends.count < slots {
            ends.sort(by: >)
            let bounds = ends + [0]
            let widest = ends.indices.max { bounds[$0] - bounds[$0 + 1] < bounds[$1] - bounds[$1 + 1] } ?? 0
            ends.append((bounds[widest] + bounds[widest + 1]) / 2)
        }
        return ends.sorted(by: >)
    }

    /// x of the middle of a cell; cells count downwards from the first of period `top`.
    func middle(cell: Int, top: Int) -> Double { end(cell: cell, top: top) - widths[cell % slots] / 2 }

    /// x of the upper end of a cell.
    func end(cell: Int, top: Int) -> Double {
        Double(top - cell / slots) * step + uppers[cell % slots]
    }
}
