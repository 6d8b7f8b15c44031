/// The elements of VOTable and where each may stand (VOTable §7, the schema).
enum Element: String {
    case votable = "VOTABLE"
    case definitions = "DEFINITIONS"
    case description = "DESCRIPTION"
    case info = "INFO"
    case coordinateSystem = "COOSYS"
    case timeSystem = "TIMESYS"
    case link = "LINK"
    case param = "PARAM"
    case field = "FIELD"
    case values = "VALUES"
    case minimum = "MIN"
    case maximum = "MAX"
    case option = "OPTION"
    case group = "GROUP"
    case fieldReference = "FIELDref"
    case paramReference = "PARAMref"
    case resource = "RESOURCE"
    case table = "TABLE"
    case data = "DATA"
    case tableData = "TABLEDATA"
    case row = "TR"
    case cell = "TD"
    case binary = "BINARY"
    case binary2 = "BINARY2"
    case fits = "FITS"
    case stream = "STREAM"

    /// The elements it may stand directly in; VOTABLE stands in none.
    var parents: [Element] {
        switch self {
        case .votable: []
        case .definitions: [.votable]
        case .description: [.votable, .resource, .table, .field, .param, .group, .info]
        case .info: [.votable, .resource, .table, .data]
        case .coordinateSystem, .timeSystem: [.votable, .definitions, .resource]
        case .link: [.votable, .resource, .table, .field, .param, .info]
        case .param: [.votable, .definitions, .resource, .table, .group, .coordinateSystem]
        case .field: [.table]
        case .values: [.field, .param, .info]
        case .minimum, .maximum: [.values]
        case .option: [.values, .option]
        case .group: [.votable, .resource, .table, .group]
        case .fieldReference, .paramReference: [.group, .coordinateSystem]
        case .resource: [.votable, .resource]
        case .table: [.resource]
        case .data: [.table]
        case .tableData, .binary, .binary2, .fits: [.data]
        case .row: [.tableData]
        case .cell: [.row]
        case .stream: [.binary, .binary2, .fits]
        }
    }
}
