import ConstraintKit
import RealModule
import Scenarios

/// Finds the outline and the size of a region of the plane of mass and coupling, see ``PlaneTracer``.
struct RegionTracer {
    let grid: MapGrid
    /// In log₁₀ of the masses and couplings.
    private let plane: PlaneTracer

    init(grid: MapGrid) {
        self.grid = grid
        plane = PlaneTracer(
            x: grid.masses.map { Double.log10($0.inMeV) }, y: grid.couplings.map { Double.log10($0.value) })
    }

    /// - Parameters:
    ///   - isInside: at each grid point.
    ///   - field: a value at each grid point that is negative inside; it is interpolated.
    ///   - condition: whether a point (log₁₀ m, log₁₀ g′) fulfils what else it takes to be inside.
    ///   - announce: told of the points that the condition is asked about next.
    func region(
        isInside: [Bool], field: [Double]? = nil, condition: Condition? = nil,
        announce: PlaneTracer.Announcement? = nil
    ) -> PlaneRegion {
        let outline = plane.outline(isInside: isInside, field: field, condition: condition, announce: announce)
        return summary(isInside: isInside, area: outline.area, contours: outline.lines)
    }

    typealias Condition = PlaneTracer.Condition

    private func summary(isInside: [Bool], area: Double, contours: [[SIMD2<Double>]]) -> PlaneRegion {
        var masses: ClosedRange<Double>?
        var couplings: ClosedRange<Double>?
        for column in grid.masses.indices {
            for row in grid.couplings.indices where isInside[grid.index(column: column, row: row)] {
                masses = masses.including(grid.masses[column].inMeV)
                couplings = couplings.including(grid.couplings[row].value)
            }
        }
        let lines = contours.map { line in
            line.map { PlaneRegion.Vertex(mass: Double.exp10($0.x), coupling: Double.exp10($0.y)) }
        }
        // The outline reaches beyond the outermost points inside, by less than a step of the grid.
        for vertex in lines.joined() {
            masses = masses.including(vertex.mass)
            couplings = couplings.including(vertex.coupling)
        }
        return PlaneRegion(
            contours: lines,
            pointCount: isInside.count { $0 }, area: area, massRange: masses, couplingRange: couplings)
    }
}

extension Optional where Wrapped == ClosedRange<Double> {
    package func including(_ value: Double) -> ClosedRange<Double> {
        guard let self else { return value...value }
        return min(self.lowerBound, value)...max(self.upperBound, value)
    }
}
