import ConstraintKit
import VOTable

/// A table before it is known what it is, from whatever format.
struct RawTable {
    var name: String
    var columns: [RawColumn]
    var statements: Statements
    /// What the format's own reader finds unlikely.
    var findings: [PlausibilityFinding] = []
}

struct RawColumn {
    var name: String
    /// nil where the source is silent, empty for a pure number.
    var unit: String?
    var ucd = ""
    var utype = ""
    /// The axis the format itself says this is; its name need not say it then.
    var axis: CurveAxis?
    /// How far a digitised value may be off [decade]; nil where the format does not tell.
    var uncertainty: Double?
    /// nil where the column does not hold numbers.
    var numbers: [Double?]?
    /// Why it does not, where that is the fault of one cell.
    var fault: CurveFormatError?
}

/// What a source says about one curve.
struct Statements: Hashable {
    var kind: Kind?
    var confidenceLevel: ConfidenceLevel?
    var side: ExcludedSide?
    var topology: Topology?
    var band: String?
}

/// A table understood as a line in the plane.
struct CurveTable {
    struct Row: Hashable {
        /// [MeV]
        var mass: Double?
        /// g′
        var coupling: Double?
    }

    var name: String
    var rows: [Row]
    var kind: Kind
    var confidenceLevel: ConfidenceLevel
    var side: ExcludedSide
    var topology: Topology
    var band: String?
}

extension AuxiliaryTable {
    /// Columns that must hold a number in every row.
    /// - Parameter table: its name, for errors.
    init(_ raw: [RawColumn], table: String) throws(CurveFormatError) {
        var columns: [Column] = []
        for column in raw {
            if let fault = column.fault { throw fault }
            guard let numbers = column.numbers else { throw .columnNotNumeric(column: column.name, table: table) }
            if let row = numbers.firstIndex(of: nil) {
                throw .badRow(row: row + 1, reason: .valueMissing(column: column.name), table: table)
            }
            columns.append(.init(name: column.name, unit: column.unit ?? "", values: numbers.compactMap(\.self)))
        }
        self.init(columns: columns)
    }
}
