/// One table (VOTable §3.4): what its columns are, and the columns.
public struct Table: Sendable, Hashable {
    /// The XML ID; unique in the document.
    public var id: String?
    public var name: String?
    public var utype: String?
    public var ucd: String?
    public var description: String?
    public var infos: [Info]
    /// Parameters of the table, constant for all rows; those inside a GROUP are among them.
    public var params: [Param]
    /// What each column is; as many as ``columns``.
    public var fields: [VOTableField]
    /// The values, column by column; all of ``rowCount`` rows.
    public var columns: [Column]
    /// Whether the document has a DATA element for the table. Without one a table is a description only.
    public var hasData: Bool
    /// How the rows are written, whatever they were read from.
    public var encoding = Encoding.text
    /// What is wrong with columns, by index, where the reader was told to go on: the first bad cell of each.
    public var faults: [Int: VOTableError] = [:]

    /// - Parameters:
    ///   - fields: what each column is.
    ///   - columns: as many as `fields`, all of the same length; empty for a table without DATA.
    public init(
        id: String? = nil, name: String? = nil, utype: String? = nil, ucd: String? = nil, description: String? = nil,
        infos: [Info] = [], params: [Param] = [], fields: [VOTableField] = [], columns: [Column] = []
    ) {
        self.id = id
        self.name = name
        self.utype = utype
        self.ucd = ucd
        self.description = description
        self.infos = infos
        self.params = params
        self.fields = fields
        self.columns = columns
        hasData = !columns.isEmpty
    }

    /// How many rows there are.
    public var rowCount: Int { columns.first?.count ?? 0 }

    /// The first parameter of that name.
    public func param(named name: String) -> Param? { params.first { $0.name == name } }

    /// The values of the first column of that name; nil where there is none.
    public func column(named name: String) -> Column? {
        guard let index = fields.firstIndex(where: { $0.name == name }), columns.indices.contains(index) else {
            return nil
        }
        return columns[index]
    }
}

/// The values of one column.
public enum Column: Sendable, Hashable {
    /// Numbers of any type of the standard; nil where the cell is null. NaN is VOTable's null of a floating-point
    /// column (§5.5), so no value is ever NaN. A `long` beyond 2⁵³ is rounded to the nearest double.
    case numbers([Double?])
    /// Texts; an empty cell is an empty text.
    case texts([String])
    /// `boolean` cells; nil where null.
    case truths([Bool?])
    /// Cells that are arrays of numbers, or complex: walked over, not kept.
    case skipped(rows: Int)

    public var count: Int {
        switch self {
        case .numbers(let values): values.count
        case .texts(let values): values.count
        case .truths(let values): values.count
        case .skipped(let rows): rows
        }
    }

    /// The numbers of a numeric column; nil for any other.
    public var numbers: [Double?]? {
        if case .numbers(let values) = self { values } else { nil }
    }

    /// The texts of a column of texts; nil for any other.
    public var texts: [String]? {
        if case .texts(let values) = self { values } else { nil }
    }
}
