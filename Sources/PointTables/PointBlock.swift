/// Some rows of a table of points, in their order.
public struct PointBlock: Sendable {
    enum Rows: Sendable {
        case text(TextBlock)
        case numPy(NumPyBlock)
    }

    let rows: Rows

    init(_ rows: Rows) { self.rows = rows }

    public var count: Int { masses.count }

    /// [MeV], one a row; not a number where the row is no point.
    public var masses: [Double] {
        switch rows {
        case .text(let block): block.masses
        case .numPy(let block): block.masses
        }
    }

    /// g′, likewise.
    public var couplings: [Double] {
        switch rows {
        case .text(let block): block.couplings
        case .numPy(let block): block.couplings
        }
    }

    /// The rows that are no points.
    public var faulty: [Int] { masses.indices.filter { masses[$0].isNaN } }

    /// The number of the line of a text, or of the row of a file of NumPy, from 1.
    public func place(of row: Int) -> Int {
        switch rows {
        case .text(let block): block.place(of: row)
        case .numPy(let block): block.place(of: row)
        }
    }

    /// Why a row is no point; nil where it is one.
    public func fault(of row: Int) -> RowFault? {
        switch rows {
        case .text(let block): block.fault(of: row)
        case .numPy(let block): block.fault(of: row)
        }
    }

    /// What a row has in each column.
    public func texts(of row: Int) -> [String] {
        switch rows {
        case .text(let block): block.texts(of: row)
        case .numPy(let block): block.texts(of: row)
        }
    }
}
