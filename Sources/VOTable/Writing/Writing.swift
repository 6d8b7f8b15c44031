extension VOTableDocument {
    /// The document as VOTable 1.4, in UTF-8, whatever version it was read from; rows as ``Table/encoding`` says.
    ///
    /// Every number is written with the fewest digits that give the same double again. Columns that were skipped when
    /// read are left out; control characters, which XML has no place for, become U+FFFD. What has a name that could not
    /// be an ID gets an ID made from it: readers such as astropy warn where they must make one up themselves.
    public func serialized() -> [UInt8] {
        var writer = XMLWriter()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.open(
            "VOTABLE",
            [
                ("version", "1.4"), ("xmlns", "http://www.ivoa.net/xml/VOTable/v1.3"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                (
                    "xsi:schemaLocation",
                    "http://www.ivoa.net/xml/VOTable/v1.3 http://www.ivoa.net/xml/VOTable/v1.3"
                ),
            ])
        writer.description(description)
        for info in infos { writer.info(info) }
        for param in params { writer.param(param) }
        for resource in resources { writer.resource(resource) }
        writer.close("VOTABLE")
        return writer.bytes
    }
}

extension XMLWriter {
    mutating func description(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        element("DESCRIPTION", [], text: text)
    }

    mutating func info(_ info: Info) {
        element(
            "INFO",
            [
                ("ID", identifier(nil, name: info.name)), ("name", info.name), ("value", info.value),
                ("ucd", info.ucd), ("utype", info.utype),
            ],
            text: info.text)
    }

    mutating func param(_ param: Param) { field("PARAM", param.field, value: param.value) }

    mutating func resource(_ resource: Resource) {
        open(
            "RESOURCE",
            [
                ("ID", identifier(resource.id, name: nil)), ("name", resource.name), ("type", resource.type),
                ("utype", resource.utype),
            ])
        description(resource.description)
        for info in resource.infos { self.info(info) }
        for param in resource.params { self.param(param) }
        for table in resource.tables { self.table(table) }
        for inner in resource.resources { self.resource(inner) }
        close("RESOURCE")
    }

    private mutating func table(_ table: Table) {
        let kept = zip(table.fields, table.columns).filter { if case .skipped = $1 { false } else { true } }
        let fields = table.hasData ? kept.map(\.0) : table.fields
        open(
            "TABLE",
            [
                ("ID", identifier(table.id, name: table.name)), ("name", table.name), ("utype", table.utype),
                ("ucd", table.ucd), ("nrows", table.hasData ? String(table.rowCount) : nil),
            ])
        description(table.description)
        for info in table.infos { self.info(info) }
        for param in table.params { self.param(param) }
        for field in fields { self.field("FIELD", field, value: nil) }
        if table.hasData { rows(kept, count: table.rowCount, as: table.encoding) }
        close("TABLE")
    }

    private mutating func field(_ tag: String, _ field: VOTableField, value: String?) {
        let attributes: [(String, String?)] = [
            ("ID", identifier(field.id, name: field.name)), ("name", field.name), ("datatype", field.datatype.rawValue),
            ("arraysize", field.arraysize.text), ("unit", field.unit), ("ucd", field.ucd), ("utype", field.utype),
            ("value", value),
        ]
        guard field.description != nil || field.null != nil else { return element(tag, attributes, text: "") }
        open(tag, attributes)
        description(field.description)
        if let null = field.null { element("VALUES", [("null", null)], text: "") }
        close(tag)
    }

    private mutating func rows(_ columns: [(VOTableField, Column)], count: Int, as encoding: Table.Encoding) {
        open("DATA", [])
        defer { close("DATA") }
        if encoding == .binary, let binary = BinaryRows(columns, count: count) {
            open("BINARY2", [])
            line("<STREAM encoding=\"base64\">\n\(binary.base64)\n</STREAM>")
            close("BINARY2")
            return
        }
        open("TABLEDATA", [])
        for row in 0..<count {
            var line = "<TR>"
            for (field, column) in columns { line += "<TD>\(Self.escaped(column.cell(row, as: field.datatype)))</TD>" }
            self.line(line + "</TR>")
        }
        close("TABLEDATA")
    }
}

extension Column {
    /// A cell as TABLEDATA writes it; empty where it is null.
    fileprivate func cell(_ row: Int, as datatype: Datatype) -> String {
        switch self {
        case .numbers(let values):
            values[row].map { number in
                let integer = datatype.isFloatingPoint ? nil : Int64(exactly: number)
                return integer.map(String.init) ?? DecimalText.text(of: number)
            } ?? ""
        case .texts(let values): values[row]
        case .truths(let values): values[row].map { $0 ? "true" : "false" } ?? ""
        case .skipped: ""
        }
    }
}

extension ArraySize {
    fileprivate var text: String? {
        switch self {
        case .single: nil
        case .fixed(let count): String(count)
        case .variable: "*"
        }
    }
}
