/// What a value looks like in JSON.
public indirect enum Schema: Sendable, Hashable {
    case boolean
    case integer
    case number
    case text
    /// One of these words.
    case words([String])
    /// Always this text.
    case constant(String)
    case nullable(Schema)
    /// A list; with a count, of exactly so many.
    case list(Schema, count: Int? = nil)
    case object([Property])
    /// An object with any keys whose values are alike.
    case dictionary(Schema)
    case either([Schema])

    /// A key of an object.
    public struct Property: Sendable, Hashable {
        public var name: String
        public var schema: Schema
        /// Of the number; nil where it has none.
        public var unit: String?
        /// One sentence.
        public var meaning: String
        /// Whether the key is always there.
        public var isRequired: Bool

        public init(_ name: String, _ schema: Schema, unit: String? = nil, _ meaning: String, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.unit = unit
            self.meaning = meaning
            self.isRequired = isRequired
        }
    }

    /// Whether the value fits into one cell of a table: a list of words does, with spaces between.
    var isCell: Bool {
        switch self {
        case .boolean, .integer, .number, .text, .words, .constant: true
        case .nullable(let schema): schema.isCell
        case .list(let schema, count: nil): schema.isText
        case .list, .object, .dictionary: false
        case .either(let schemas): schemas.allSatisfy(\.isCell)
        }
    }

    private var isText: Bool {
        switch self {
        case .text, .words, .constant: true
        default: false
        }
    }

    /// Whether the value is a number or nothing.
    public var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        case .nullable(let schema): schema.isNumeric
        default: false
        }
    }
}

extension Schema {
    /// As JSON Schema says it, draft 2020-12.
    public var json: JSONValue { .object(members) }

    var members: [JSONValue.Member] {
        switch self {
        case .boolean: [.init("type", "boolean")]
        case .integer: [.init("type", "integer")]
        case .number: [.init("type", "number")]
        case .text: [.init("type", "string")]
        case .words(let words): [.init("type", "string"), .init("enum", .texts(words))]
        case .constant(let text): [.init("const", .text(text))]
        case .nullable(let schema): Self.nullable(schema)
        case .list(let schema, let count):
            [.init("type", "array"), .init("items", schema.json)]
                + (count.map { [.init("minItems", .integer($0)), .init("maxItems", .integer($0))] } ?? [])
        case .object(let properties):
            [
                .init("type", "object"),
                .init("properties", .object(properties.map { .init($0.name, .object($0.members)) })),
                .init("required", .texts(properties.filter(\.isRequired).map(\.name))),
            ]
        case .dictionary(let schema): [.init("type", "object"), .init("additionalProperties", schema.json)]
        case .either(let schemas): [.init("anyOf", .array(schemas.map(\.json)))]
        }
    }

    private static func nullable(_ schema: Schema) -> [JSONValue.Member] {
        switch schema {
        case .boolean, .integer, .number, .text, .list, .object, .dictionary:
            schema.members.map { $0.key == "type" ? .init("type", .array([$0.value, "null"])) : $0 }
        case .words, .constant, .either:
            Schema.either([schema]).members.map { member in
                guard case .array(let alternatives) = member.value else { return member }
                return .init(member.key, .array(alternatives + [["type": "null"]]))
            }
        case .nullable(let inner): nullable(inner)
        }
    }
}

extension Schema.Property {
    fileprivate var members: [JSONValue.Member] {
        [.init("description", .text(meaning))] + (unit.map { [.init("unit", .text($0))] } ?? []) + schema.members
    }
}
