extension HEPDataTable {
    /// Reads the JSON download of a table.
    init(json bytes: [UInt8]) throws(FormatFault) {
        let file = try BoundedJSON.decode(HEPDataJSON.self, from: bytes)
        name = file.name ?? ""
        summary = file.description ?? ""
        doi = file.doi ?? ""
        guard let first = file.values.first else { return }
        // A heading that several columns share stands once, with their number.
        let headings = file.headers.flatMap { header in
            repeatElement(header.name.text, count: min(max(header.colspan ?? 1, 1), 100))
        }
        let (inputs, outputs) = (first.x.count, first.y.count)
        guard inputs + outputs <= FormatLimits.curves else { throw .tooLarge(.columns, limit: FormatLimits.curves) }
        guard headings.count >= inputs + outputs else {
            throw .unequalColumns(path: "headers", found: headings.count, expected: inputs + outputs)
        }
        let columns = headings.map { Variable(heading: $0) }
        independent = Array(columns[..<inputs])
        dependent = Array(columns[inputs..<inputs + outputs])
        for (row, values) in file.values.enumerated() {
            guard values.x.count == inputs, values.y.count == outputs else {
                throw .unequalColumns(
                    path: "values[\(row)]", found: values.x.count + values.y.count, expected: inputs + outputs)
            }
            for (index, value) in values.x.enumerated() {
                independent[index].append { () throws(FormatFault) in try value.cell(path: "values[\(row)].x[\(index)]")
                }
            }
            for (index, value) in values.y.enumerated() {
                dependent[index].append { () throws(FormatFault) in try value.cell(path: "values[\(row)].y[\(index)]") }
            }
        }
        for (name, qualifiers) in (file.qualifiers ?? [:]).sorted(by: { $0.key < $1.key }) {
            for (index, qualifier) in qualifiers.enumerated() {
                take(qualifier, name: qualifier.type ?? name, from: qualifier.group ?? index)
            }
        }
    }

    /// Neighbouring columns of the same fact share one qualifier, which says how many they are.
    private mutating func take(_ qualifier: HEPDataJSON.Qualifier, name: String, from first: Int) {
        let heading = ColumnName(name)
        guard dependent.indices.contains(first) else { return }
        let count = min(max(qualifier.colspan ?? 1, 1), dependent.count - first)
        for column in first..<(first + count) {
            dependent[column].qualifiers.append(
                Qualifier(name: heading.name, value: qualifier.value.text, units: heading.unit))
        }
    }
}

extension HEPDataTable.Variable {
    /// A column by its heading, `M [GeV]`.
    init(heading: String) {
        // Marks of TeX may hold brackets; what stands in the last square ones is the unit.
        guard heading.hasSuffix("]"), let open = heading.lastIndex(of: "["), open > heading.startIndex else {
            name = heading
            return
        }
        name = String(heading[..<open].trimmed)
        units = String(heading[heading.index(after: open)...].dropLast().trimmed)
    }
}

/// The JSON download of a table. The names are the format's own.
private struct HEPDataJSON: Decodable {
    var name: String?
    var description: String?
    var doi: String?
    var headers: [Header]
    var values: [Row]
    var qualifiers: [String: [Qualifier]]?

    struct Header: Decodable {
        var name: ScalarText
        var colspan: Int?
    }
    /// A fact about the columns of the table from `group` on.
    struct Qualifier: Decodable {
        var type: String?
        var value: ScalarText
        var group: Int?
        var colspan: Int?
    }
    struct Row: Decodable {
        var x: [Attempt<HEPDataValue>]
        var y: [Attempt<HEPDataValue>]
    }
}
