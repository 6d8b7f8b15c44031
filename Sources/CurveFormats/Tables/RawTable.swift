import ConstraintKit
import VOTable

/// A table before it is known what it is, from whatever format.
struct RawTable {
    var name: String
    var columns: [RawColumn]
    var statements: CurveStatements
    /// What the format's own reader finds unlikely.
    var findings: [PlausibilityFinding] = []
    /// What it took for granted; of no interest where the table is left out.
    var notes: [CurveWarning] = []
    /// What names the curve, for suspicions.
    var called: [String] = []
    /// Whether what stands beside its name says that it is the edge of a band.
    var isBandEdge = false
    /// Whether it keeps to the profile, and says itself what its columns and gaps are.
    var isOfProfile = false
    /// The units that the file says in words, for columns that have none of their own.
    var remarkedUnits = RemarkedUnits()
    /// What else the file says of how it is to be read.
    var reading = ReadingStatements()
}

extension RawTable {
    /// For messages: a table without a name is that of its file.
    var title: String { name.isEmpty ? called.first ?? "the table" : name }

    /// Whether a column is called as VizieR calls the error of another: `e_mass` beside `mass`.
    func isError(_ column: RawColumn) -> Bool {
        column.name.hasPrefix("e_") && columns.contains { $0.name == column.name.dropFirst(2) }
    }

    /// A curve that is there and can't be read, which is an error only for who asks for it.
    static func unreadable(_ name: String, _ fault: CurveFormatError) -> RawTable {
        RawTable(
            name: name,
            columns: [
                RawColumn(name: "x", axis: .mass, fault: fault), RawColumn(name: "y", axis: .coupling, fault: fault),
            ], statements: CurveStatements())
    }
}

struct RawColumn {
    var name: String
    /// The heading as the file has it, where the name is but a part of that.
    var heading: String?
    /// Where it stands among the columns of its file, from 0; nil where nobody asks.
    var place: Int?
    /// nil where the file is silent, empty for a pure number.
    var unit: String?
    var ucd = ""
    var utype = ""
    /// The axis the format itself says this is; its name need not say it then.
    var axis: CurveAxis?
    /// How far a digitised value may be off [decade]; nil where the format does not tell.
    var uncertainty: Double?
    /// Whether the unit stands in a remark of the file.
    var isUnitFromRemark = false
    /// What the cells are limits of, by signs `<` and `>` in them: the side that is excluded.
    var bound: ExcludedSide?
    /// nil where the column does not hold numbers.
    var numbers: [Double?]?
    /// The texts of a column that holds words; nil where nobody keeps them.
    var words: [String]?
    /// Why it does not, where that is the fault of one cell.
    var fault: CurveFormatError?
}

/// What a file says about one curve.
struct CurveStatements: Hashable {
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

        /// The point, where it has both.
        var knot: Curve.Knot? {
            guard let mass, let coupling else { return nil }
            return Curve.Knot(mass: mass, coupling: coupling)
        }
    }

    var name: String
    var rows: [Row]
    var kind: Kind
    var confidenceLevel: ConfidenceLevel
    var side: ExcludedSide
    var topology: Topology
    var band: String?
    /// How far a digitised coupling may be off [decade].
    var uncertainty: Double?
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
