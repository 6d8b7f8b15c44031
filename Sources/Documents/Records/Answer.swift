/// The forms an answer is given in. Text, JSON and CSV have every answer; the others some.
public enum AnswerFormat: String, Sendable, Hashable, CaseIterable {
    case text, json, csv, markdown, latex, html, votable
}

/// What a command answers: a value, from which every form is made.
public protocol Answer: Described {
    /// The records that CSV has a line for.
    associatedtype Row: Record

    /// The name of its schema.
    static var schemaName: String { get }
    /// Raised when a key or a heading changes its name or meaning; keys may be added without.
    static var schemaVersion: Int { get }
    /// What it tells, in one sentence.
    static var meaning: String { get }

    var rows: [Row] { get }

    /// For people.
    var text: String { get }

    /// Whether the text is a file that other programs read: no line of it is broken for a terminal.
    static var textIsFile: Bool { get }

    /// A form beyond text, JSON and CSV; nil where the answer has none such.
    func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]?
}

extension Answer {
    public static var textIsFile: Bool { false }

    public func bytes(beyondTheUsual format: AnswerFormat) throws -> [UInt8]? { nil }

    /// The answer as JSON, its keys in the order of the fields.
    public var json: JSONValue { get throws { try OrderedJSONEncoder().encode(self) } }

    /// The answer as CSV.
    public var csv: String { get throws { try rows.csv } }

    /// The answer in a form.
    /// - Throws: ``AnswerError/noSuchForm(_:of:)``
    public func bytes(as format: AnswerFormat) throws -> [UInt8] {
        switch format {
        case .text: return Array(text.utf8)
        case .json: return Array(try json.pretty.utf8)
        case .csv: return Array(try csv.utf8)
        case .markdown, .latex, .html, .votable:
            guard let bytes = try bytes(beyondTheUsual: format) else {
                throw AnswerError.noSuchForm(format, of: Self.schemaName)
            }
            return bytes
        }
    }
}

/// Why an answer can't be written.
public enum AnswerError: Error, Sendable, Hashable {
    case noSuchForm(AnswerFormat, of: String)
}

/// An answer that is one object, with its schema named in it.
public protocol RecordAnswer: Answer, Record {}

extension RecordAnswer {
    /// The name and version of its schema, as the answer itself gives it.
    static var schemaMark: String { "\(schemaName)/\(schemaVersion)" }

    public static var schema: Schema {
        .object(
            [.init("schema", .constant(schemaMark), "The name and version of the schema of this answer.")]
                + fields.map(\.property))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(Self.schemaMark, forKey: FieldName("schema"))
        for field in Self.fields { try field.encode(self, into: &container) }
    }
}

/// An answer that is a list of records.
public protocol ListAnswer: Answer {}

extension ListAnswer {
    public static var schema: Schema { .list(Row.schema) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for row in rows { try container.encode(row) }
    }
}

/// The JSON Schema of an answer.
public struct AnswerSchema: Sendable {
    public let name: String
    public let meaning: String
    /// Draft 2020-12.
    public let json: JSONValue

    public init<A: Answer>(_ answer: A.Type) {
        self.init(
            A.schemaName, version: A.schemaVersion, A.meaning,
            A.schema.members + [.init("$defs", ["line_of_csv": A.Row.cells.json])])
    }

    /// Of each line of a stream.
    /// - Parameter lines: what a line may be, the first one before all others.
    public init(_ name: String, version: Int, meaning: String, lines: [Schema]) {
        self.init(name, version: version, meaning, Schema.either(lines).members)
    }

    private init(_ name: String, version: Int, _ meaning: String, _ members: [JSONValue.Member]) {
        (self.name, self.meaning) = (name, meaning)
        json = .object(
            [
                .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
                .init("$id", .text("urn:mutau:schema:\(name):\(version)")),
                .init("title", .text(name)), .init("description", .text(meaning)),
            ] + members)
    }
}

extension Record {
    /// The fields that have a column of CSV.
    fileprivate static var cells: Schema { .object(fields.flatMap(\.cells).map(\.property)) }
}
