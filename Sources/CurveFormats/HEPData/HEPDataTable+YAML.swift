extension HEPDataTable {
    /// Reads the YAML download of a table, or the data file that was submitted.
    init(yaml bytes: [UInt8]) throws(FormatFault) {
        let files = try BoundedYAML.decode(HEPDataFile.self, from: bytes)
        for file in files {
            if let name = file.name { self.name = name }
            if let description = file.description { summary = description }
            if let doi = file.tableDOI ?? file.doi { self.doi = doi }
            for (index, variable) in (file.independentVariables ?? []).enumerated() {
                independent.append(try Variable(variable, path: "independent_variables[\(index)]"))
            }
            for (index, variable) in (file.dependentVariables ?? []).enumerated() {
                dependent.append(try Variable(variable, path: "dependent_variables[\(index)]"))
            }
        }
        if doi.isEmpty { doi = Self.doi(inCommentsOf: bytes) }
    }

    /// The DOI where a download names it in its first lines.
    private static func doi(inCommentsOf bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes.prefix(2048), as: UTF8.self).split(whereSeparator: \.isNewline)
        for line in lines.prefix(while: { $0.hasPrefix("#") }) {
            guard let mark = line.firstRange(of: "table_doi:") else { continue }
            return String(line[mark.upperBound...].trimmed)
        }
        return ""
    }
}

extension HEPDataTable.Variable {
    fileprivate init(_ variable: HEPDataFile.Variable, path: String) throws(FormatFault) {
        name = variable.header.name.text
        units = variable.header.units?.text
        qualifiers = (variable.qualifiers ?? []).map {
            .init(name: $0.name.text, value: $0.value.text, units: $0.units?.text)
        }
        for (row, value) in variable.values.enumerated() {
            cells.append(try value.cell(path: "\(path).values[\(row)]"))
        }
    }
}

/// A data file in the format of HEPData's submissions. The names are the format's own.
private struct HEPDataFile: Decodable {
    var name: String?
    var description: String?
    var doi: String?
    var tableDOI: String?
    var independentVariables: [Variable]?
    var dependentVariables: [Variable]?

    private enum CodingKeys: String, CodingKey {
        case name, description, doi
        case tableDOI = "table_doi"
        case independentVariables = "independent_variables"
        case dependentVariables = "dependent_variables"
    }

    struct Variable: Decodable {
        var header: Header
        var qualifiers: [Qualifier]?
        var values: [HEPDataValue]
    }
    struct Header: Decodable {
        var name: ScalarText
        var units: ScalarText?
    }
    struct Qualifier: Decodable {
        var name: ScalarText
        var value: ScalarText
        var units: ScalarText?
    }
}

/// One value, with its errors: of no use to a limit but for the fact that they are there.
struct HEPDataValue: Decodable {
    var value: ScalarText?
    var low: ScalarText?
    var high: ScalarText?
    var errors: [Errors]?

    struct Errors: Decodable {
        var symerror: ScalarText?
        var asymerror: Sides?
        var hide: Bool?
    }
    struct Sides: Decodable {
        var plus: ScalarText?
        var minus: ScalarText?
    }

    func cell(path: String) throws(FormatFault) -> HEPDataTable.Cell {
        let hasErrors = (errors ?? []).contains { $0.hide != true }
        return try HEPDataTable.Cell(
            value: value?.text, low: low?.text, high: high?.text, hasErrors: hasErrors, path: path)
    }
}
