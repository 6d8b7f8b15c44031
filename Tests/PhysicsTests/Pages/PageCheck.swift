import ConstraintKit
import Testing

@testable import Physics

/// Numbers that a page prints, and what computes them.
struct PageCheck: Sendable, CustomTestStringConvertible {
    let page: String
    /// The first cell of the row.
    let row: String
    /// Which cells of it hold the numbers; 1 is the one after the label.
    let columns: ClosedRange<Int>
    /// In the order in which they are printed.
    let values: @Sendable () throws -> [Double]

    init(
        _ page: String, _ row: String, columns: ClosedRange<Int> = 1...1,
        values: @escaping @Sendable () throws -> [Double]
    ) {
        self.page = page
        self.row = row
        self.columns = columns
        self.values = values
    }

    var testDescription: String { "\(page): \(row)" }
}

/// The lower edge of what is excluded.
func edge(_ couplings: CouplingIntervals?) throws -> Double { try #require(couplings?.last).lower }

func mass(_ inMeV: Double) throws -> Mass { try Mass(inMeV: inMeV) }
