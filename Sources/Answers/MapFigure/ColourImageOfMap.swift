import AllowedRegion
import ConstraintKit
import Drawing
import Foundation

extension ColourImage {
    /// The most pixels a side: beyond it no printer shows a difference, and every second or third point is taken.
    private static let largestSide = 600

    /// R where it is below 1, or χ² where it is below that of the best fit without a Z′; nil where that is nowhere.
    init?(_ map: RegionMap, in frame: PageFrame, style: FigureStyle = .init()) {
        let grid = map.grid
        func every(_ count: Int) -> [Int] {
            Array(stride(from: 0, to: count, by: max(1, (count + Self.largestSide - 1) / Self.largestSide)))
        }
        let (columns, rows) = (every(grid.masses.count), every(grid.couplings.count))
        let showsRatio = style.mapColour == .ratio
        let top = showsRatio ? 1.0 : 0.0
        let values: [[Double?]] = rows.map { row in
            columns.map { column in
                let index = grid.index(column: column, row: row)
                let value = showsRatio ? map.ratio[index] : map.chi2[index] - map.chi2OfFreeFit
                return value < top ? value : nil
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
            floor: min(top - 0.05, (least * 20).rounded(.down) / 20), top: top,
            colours: FigureColours.ratio(on: style.theme),
            title: showsRatio ? AxisTitle.ratioOfChi2 : AxisTitle.differenceOfChi2)
    }
}
