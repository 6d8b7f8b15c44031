import AllowedRegion
import ConstraintKit
import Drawing
import Foundation

extension ColourImage {
    /// The most pixels a side: beyond it no printer shows a difference, and every second or third point is taken.
    private static let largestSide = 600

    /// R; nil where it is nowhere below 1.
    init?(_ map: RegionMap, in frame: PageFrame) {
        let grid = map.grid
        func every(_ count: Int) -> [Int] {
            Array(stride(from: 0, to: count, by: max(1, (count + Self.largestSide - 1) / Self.largestSide)))
        }
        let (columns, rows) = (every(grid.masses.count), every(grid.couplings.count))
        let values: [[Double?]] = rows.map { row in
            columns.map { column in
                let ratio = map.ratio[grid.index(column: column, row: row)]
                return ratio < 1 ? ratio : nil
            }
        }
        guard let least = values.joined().compactMap(\.self).min(), columns.count > 1, rows.count > 1 else {
            return nil
        }
        let (lastColumn, lastRow) = (columns[columns.count - 1], rows[rows.count - 1])
        self.init(
            values: values,
            first: frame.point(mass: grid.masses[columns[0]].inMeV, coupling: grid.couplings[rows[0]].value),
            last: frame.point(mass: grid.masses[lastColumn].inMeV, coupling: grid.couplings[lastRow].value),
            floor: min(0.95, (least * 20).rounded(.down) / 20), colours: FigureColours.ratio,
            title: AxisTitle.ratioOfChi2)
    }
}
