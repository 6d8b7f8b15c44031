import Yams

extension HEPDataTable {
    /// Reads the YAML download of a table, the data file that was submitted, or a file of several tables.
    static func tables(yaml bytes: [UInt8]) throws(FormatFault) -> [HEPDataTable] {
        var tables: [HEPDataTable] = []
        var table = HEPDataTable()
        for (file, root) in try BoundedYAML.decode(HEPDataFile.self, from: bytes) {
            // What is said of a table may stand in a document of its own before the one with its values.
            let isNext = file.independentVariables != nil || (file.name != nil && !table.name.isEmpty)
            if isNext, !table.independent.isEmpty {
                tables.append(table)
                table = HEPDataTable()
            }
            try table.take(file, root)
        }
        tables.append(table)
        if tables.count == 1, tables[0].doi.isEmpty { tables[0].doi = doi(inCommentsOf: bytes) }
        return tables
    }

    private mutating func take(_ file: HEPDataFile, _ root: Node) throws(FormatFault) {
        if let name = file.name { self.name = name }
        if let description = file.description { summary = description }
        if let doi = file.tableDOI ?? file.doi { self.doi = doi }
        for (index, variable) in (file.independentVariables ?? []).enumerated() {
            independent.append(try Variable(variable, path: "independent_variables[\(index)]", root))
        }
        for (index, variable) in (file.dependentVariables ?? []).enumerated() {
            dependent.append(try Variable(variable, path: "dependent_variables[\(index)]", root))
        }
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
    /// What is wrong with the variable itself is told of it, where its name is known.
    fileprivate init(_ variable: Attempt<HEPDataFile.Variable>, path: String, _ root: Node) throws(FormatFault) {
        switch variable.result {
        case .success(let variable): self.init(variable, path: path, root)
        case .failure(let error):
            self.init(name: "unreadable: \(path)")
            fault = FormatFault(decoding: error).located(in: root)
        }
    }

    private init(_ variable: HEPDataFile.Variable, path: String, _ root: Node) {
        self.init(name: variable.header.name.text)
        units = variable.header.units?.text
        qualifiers = (variable.qualifiers ?? []).map {
            .init(name: $0.name.text, value: $0.value.text, units: $0.units?.text)
        }
        for (row, value) in variable.values.enumerated() {
            append { () throws(FormatFault) in
                do throws(FormatFault) { return try value.cell(path: "\(path).values[\(row)]") } catch {
                    throw error.located(in: root)
                }
            }
        }
    }
}

/// A data file in the format of HEPData's submissions. The names are the format's own.
struct HEPDataFile: Decodable {
    var name: String?
    var description: String?
    var doi: String?
    var tableDOI: String?
    var independentVariables: [Attempt<Variable>]?
    var dependentVariables: [Attempt<Variable>]?

    private enum CodingKeys: String, CodingKey {
        case name, description, doi
        case tableDOI = "table_doi"
        case independentVariables = "independent_variables"
        case dependentVariables = "dependent_variables"
    }

    struct Variable: Decodable {
        var header: Header
        var qualifiers: [Qualifier]?
        var values: [Attempt<HEPDataValue>]
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

extension Attempt<HEPDataValue> {
    func cell(path: String) throws(FormatFault) -> HEPDataTable.Cell {
        switch result {
        case .success(let value): try value.cell(path: path)
        case .failure(let error): throw FormatFault(decoding: error, at: path)
        }
    }
}
