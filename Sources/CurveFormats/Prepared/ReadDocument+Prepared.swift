import ConstraintKit

extension ReadDocument {
    /// Puts the document where it can be taken from without reading its file.
    /// - Returns: whether it was: what its reader should be told is told by the file alone.
    public func put(into writer: inout PreparedWriter) -> Bool {
        guard warnings.isEmpty else { return false }
        writer.put(document.card)
        writer.put(all: document.limits) { $0.put($1) }
        writer.put(byKey: document.tables) { writer, table in
            writer.put(all: table.columns) { writer, column in
                writer.put(column.name)
                writer.put(column.unit)
                writer.put(all: column.values) { $0.put($1) }
            }
        }
        writer.put(byKey: document.parameters) { $0.put($1) }
        writer.put(ifAny: document.fetchedFrom)
        return true
    }

    /// - Throws: ``PreparedReader/Fault``
    public init(_ reader: inout PreparedReader) throws(PreparedReader.Fault) {
        let card = try reader.card()
        let limits = try reader.all { reader throws(PreparedReader.Fault) in try reader.limit() }
        let tables = try reader.byKey { reader throws(PreparedReader.Fault) in
            AuxiliaryTable(
                columns: try reader.all { reader throws(PreparedReader.Fault) in
                    AuxiliaryTable.Column(
                        name: try reader.text(), unit: try reader.text(), values: try reader.doubles())
                })
        }
        let parameters = try reader.byKey { reader throws(PreparedReader.Fault) in try reader.double() }
        var document = Document(card: card, limits: limits, tables: tables, parameters: parameters)
        document.fetchedFrom = try reader.textIfAny()
        self.init(document: document)
    }
}

extension PreparedReader {
    fileprivate mutating func doubles() throws(Fault) -> [Double] {
        try all { reader throws(Fault) in try reader.double() }
    }

    fileprivate mutating func limit() throws(Fault) -> Limit {
        Limit(name: try text(), kind: try oneOf(), confidenceLevel: try level(), region: try region())
    }
}

extension PreparedWriter {
    fileprivate mutating func put(_ limit: Limit) {
        put(limit.name)
        put(oneOf: limit.kind)
        put(limit.confidenceLevel)
        put(limit.region)
    }
}
