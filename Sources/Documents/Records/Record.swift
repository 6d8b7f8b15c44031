/// An object of JSON and a line of CSV, made from one list of fields.
public protocol Record: Described {
    static var fields: [Field<Self>] { get }
}

extension Record {
    public static var schema: Schema { .object(fields.map(\.property)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        for field in Self.fields { try field.encode(self, into: &container) }
    }
}

/// A record whose JSON is that of its fields and nothing else, so that lines of it can be written field by field.
public protocol StreamedRecord: Record {}

extension StreamedRecord {
    public func write(to line: inout JSONLine) throws {
        line.open("{")
        for field in Self.fields { try field.write(self, &line) }
        line.close("}")
    }
}

/// Records as lines of CSV: the fields that fit into a cell, in their order.
public struct RecordLines<Row: Record> {
    private let fields: [Field<Row>]

    /// For a stream, whose records are not known before: the fields that are always there.
    public init() { fields = Row.fields.flatMap(\.cells).filter(\.property.isRequired) }

    /// For these records: a field that none of them has is left out.
    public init(for rows: [Row]) throws {
        fields = try Row.fields.flatMap(\.cells).filter { field in
            try field.property.isRequired || rows.contains { try field.json($0) != nil }
        }
    }

    /// The names of the fields.
    public var header: String { CSVText.record(fields.map(\.property.name)) }

    /// What the fields are.
    public var properties: [Schema.Property] { fields.map(\.property) }

    /// The values of one record.
    public func cells(_ row: Row) throws -> [JSONValue] { try fields.map { try $0.json(row) ?? .null } }

    /// One record. A null is an empty cell.
    public func line(_ row: Row) throws -> String { CSVText.record(try cells(row).map(Self.text)) }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .text, .array: CSVText.text(value.words)
        default: value.words
        }
    }
}

extension JSONValue {
    /// As one cell shows it: nothing for null, several words with spaces between.
    public var words: String {
        switch self {
        case .null, .object: ""
        case .text(let text): text
        case .array(let values): values.map(\.words).joined(separator: " ")
        case .number(let value): value.isFinite ? compact : ""
        case .boolean, .integer: compact
        }
    }

    /// The number it is; nil where it is none.
    public var numericValue: Double? {
        switch self {
        case .number(let value): value.ifFinite
        case .integer(let value): Double(value)
        default: nil
        }
    }
}

extension Array where Element: Record {
    /// All of them, below a line of names.
    public var csv: String {
        get throws {
            let lines = try RecordLines(for: self)
            return lines.header + (try map(lines.line)).joined()
        }
    }
}
