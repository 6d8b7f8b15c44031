import Documents
import VOTable

extension Table {
    /// Records as a table: the same names, units and meanings as in CSV and JSON.
    /// - Parameter ucds: the words of the Virtual Observatory for the fields, by their names.
    init<Row: Record>(name: String, _ rows: [Row], ucds: [String: String]) throws {
        let lines = try RecordLines(for: rows)
        let cells = try rows.map(lines.cells)
        let properties = lines.properties
        self.init(
            name: name,
            fields: properties.map { property in
                property.schema.isNumeric
                    ? VOTableField(
                        name: property.name, unit: property.unit ?? "", ucd: ucds[property.name],
                        description: property.meaning)
                    : .text(property.name, ucd: ucds[property.name] ?? "", description: property.meaning)
            },
            columns: properties.enumerated().map { column, property in
                property.schema.isNumeric
                    ? .numbers(cells.map { $0[column].numericValue }) : .texts(cells.map { $0[column].words })
            })
    }
}
