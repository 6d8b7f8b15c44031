import ConstraintKit
import Documents

/// A column of a table.
struct ColumnRecord: Record {
    let column: AuxiliaryTable.Column

    static let fields: [Field<ColumnRecord>] = [
        Field("name", "Its name.") { $0.column.name }, Field("unit", "Its unit.") { $0.column.unit },
        Field("values", "Its numbers.") { $0.column.values },
    ]
}

/// Tables by their names, in alphabetical order.
struct TablesRecord: Encodable, Sendable {
    let tables: [String: AuxiliaryTable]

    func encode(to encoder: any Encoder) throws {
        let members = try tables.sorted { $0.key < $1.key }.map { name, table in
            JSONValue.Member(name, try OrderedJSONEncoder().encode(table.columns.map(ColumnRecord.init)))
        }
        try JSONValue.object(members).encode(to: encoder)
    }
}
