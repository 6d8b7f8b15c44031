import ConstraintKit
import Foundation
import Testing

@testable import AllowedRegion
@testable import Scenarios

@Suite struct RegionTracerTests {
    let grid: MapGrid

    init() throws { grid = try MapGrid(massRange: 1...100, couplingRange: 1e-5...1e-1, columns: 101, rows: 201) }

    func values(_ field: (Double, Double) -> Double) -> [Double] {
        grid.masses.flatMap { mass in
            grid.couplings.map { field(log10(mass.inMeV), log10($0.value)) }
        }
    }

    @Test func aCircleHasItsArea() throws {
        let field = values { x, y in hypot(x - 1, y + 3) - 0.7 }
        let region = RegionTracer(grid: grid).region(isInside: field.map { $0 < 0 }, field: field)
        // A polygon inscribed at steps of 0.02: its area is short by (step/radius)²/6 at most.
        #expect(abs(region.area - .pi * 0.49) < 2e-3)
        #expect(region.contours.count == 1)
        let contour = try #require(region.contours.first)
        #expect(contour.first == contour.last)
        for vertex in contour {
            // The distance is not linear between grid points: it bends by step²/(8 radius).
            #expect(abs(hypot(log10(vertex.mass) - 1, log10(vertex.coupling) + 3) - 0.7) < 1e-4)
        }
        let masses = try #require(region.massRange)
        #expect(abs(log10(masses.lowerBound) - 0.3) < 0.001 && abs(log10(masses.upperBound) - 1.7) < 0.001)
    }

    @Test func aWallBetweenGridPointsStaysUpright() throws {
        // The wall stands at 0.337 of a step: no field to interpolate, only a condition.
        let wall = 1 + 0.02 * 0.337
        let inside = values { x, _ in x - wall }.map { $0 < 0 }
        let region = RegionTracer(grid: grid).region(isInside: inside) { x, _ in x < wall }
        // Twenty bisections of a step of 0.02 find the wall to 2e-8, and four decades of it the area to 8e-8.
        #expect(abs(region.area - wall * 4) < 1e-6)
        let line = try #require(region.contours.first)
        #expect(line.allSatisfy { abs(log10($0.mass) - wall) < 1e-6 })
    }

    @Test func everythingAndNothing() {
        let all = RegionTracer(grid: grid).region(isInside: Array(repeating: true, count: grid.count))
        // The rounding of a sum of twenty thousand cells.
        #expect(abs(all.area - 8) < 1e-12 && all.contours.isEmpty && all.pointCount == grid.count)
        let none = RegionTracer(grid: grid).region(isInside: Array(repeating: false, count: grid.count))
        #expect(none.area == 0 && none.contours.isEmpty && none.massRange == nil)
    }

    @Test func aSaddleIsCutIntoTwoLines() throws {
        let small = try MapGrid(massRange: 1...10, couplingRange: 1...10, columns: 2, rows: 2)
        // Lower left and upper right inside: the order of a map is column by column.
        let region = RegionTracer(grid: small).region(
            isInside: [true, false, false, true], field: [-1, 1, 1, -1])
        #expect(region.contours.count == 2)
        // The outline cuts off a triangle of half by half a step at each corner outside; rounding.
        #expect(abs(region.area - 0.75) < 1e-12)
        for line in region.contours {
            let middle = (log10(line[0].mass) + log10(line[1].mass)) / 2
            let height = (log10(line[0].coupling) + log10(line[1].coupling)) / 2
            #expect(abs(middle - 0.5) > 0.2 && (middle - 0.5) * (height - 0.5) < 0)
        }
    }

    @Test func aGridOfNothingIsRefused() {
        #expect(throws: MapGridError.tooFewPoints(columns: 0, rows: 0)) {
            try MapGrid(massRange: 1...2, couplingRange: 1...2, columns: 0, rows: 0)
        }
        #expect(throws: MapGridError.self) {
            try MapGrid(massRange: 1...2, couplingRange: 1...2, columns: Int.max, rows: Int.max)
        }
        #expect(throws: MapGridError.stepsTooSmall(quantity: "coupling", lower: 1, upper: 1.0.nextUp, count: 3)) {
            try MapGrid(massRange: 1...2, couplingRange: 1...1.0.nextUp, columns: 3, rows: 3)
        }
        #expect(throws: MapGridError.self) { try MapGrid(massRange: 2...2, couplingRange: 1...2, columns: 3, rows: 3) }
        #expect(throws: MapGridError.self) { try MapGrid(massRange: 0...2, couplingRange: 1...2, columns: 3, rows: 3) }
    }
}
