import ConstraintKit
import Files

extension ReadDocument {
    /// Puts the document where it can be taken from without reading its file.
    /// - Returns: whether it was: of what its reader should be told, only wide steps are put, and all else is told by the file.
    public func put(into writer: inout PreparedWriter) -> Bool {
        let steps = warnings.compactMap(WideStep.init)
        guard steps.count == warnings.count else { return false }
        writer.put(all: steps) { writer, step in
            writer.put(oneOf: step.axis)
            writer.put(step.decades)
            writer.put(step.mass)
            writer.put(step.table)
        }
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
        let steps = try reader.all { reader throws(PreparedReader.Fault) in
            WideStep(
                axis: try reader.oneOf(), decades: try reader.double(), mass: try reader.double(),
                table: try reader.text())
        }
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
        self.init(document: document, warnings: steps.map(\.warning))
    }
}

/// ``PlausibilityFinding/wideStep(axis:decades:mass:table:)``, which a curve of few points is known for.
private struct WideStep {
    var axis: CurveAxis
    var decades: Double
    var mass: Double
    var table: String

    init(axis: CurveAxis, decades: Double, mass: Double, table: String) {
        (self.axis, self.decades, self.mass, self.table) = (axis, decades, mass, table)
    }

    init?(_ warning: CurveWarning) {
        guard case .implausible(.wideStep(let axis, let decades, let mass, let table)) = warning else { return nil }
        self.init(axis: axis, decades: decades, mass: mass, table: table)
    }

    var warning: CurveWarning { .implausible(.wideStep(axis: axis, decades: decades, mass: mass, table: table)) }
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
