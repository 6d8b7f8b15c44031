/// One field of a record, declared once: its name, its form, its unit, what it means, and where its value comes from.
///
/// Names are in snake_case with the unit at the end: they are keys of JSON and headings of CSV alike.
public struct Field<Root>: Sendable {
    /// What the schema says of it.
    public let property: Schema.Property
    /// nil: the key is left out.
    let value: @Sendable (Root) -> (any Encodable & Sendable)?
    /// Writes its key and its value; nothing where the key is left out.
    let write: @Sendable (Root, inout JSONLine) throws -> Void
    /// Its columns of CSV; nil: itself, where its value fits into a cell.
    var columns: [Field]?

    init(_ property: Schema.Property, value: @escaping @Sendable (Root) -> (any Encodable & Sendable)?) {
        let key = JSONLine.key(property.name)
        self.init(
            property, value: value,
            write: { root, line in
                guard let value = value(root) else { return }
                line.writeKey(key)
                line.write(try OrderedJSONEncoder().encode(value))
            })
    }

    private init(
        _ property: Schema.Property, value: @escaping @Sendable (Root) -> (any Encodable & Sendable)?,
        write: @escaping @Sendable (Root, inout JSONLine) throws -> Void
    ) {
        (self.property, self.value, self.write) = (property, value, write)
    }

    /// - Parameter value: of a type that is known, whose own way to write itself needs no look at what it is.
    private init<Value: Described>(_ property: Schema.Property, described value: @escaping @Sendable (Root) -> Value) {
        let key = JSONLine.key(property.name)
        self.init(
            property, value: { value($0) },
            write: { root, line in
                line.writeKey(key)
                try value(root).write(to: &line)
            })
    }

    /// - Parameters:
    ///   - meaning: one sentence.
    ///   - value: of a record; a nil is written as null.
    public init<Value: Described>(
        _ name: String, unit: String? = nil, _ meaning: String, _ value: @escaping @Sendable (Root) -> Value
    ) {
        self.init(.init(name, Value.schema, unit: unit, meaning), described: value)
    }

    /// A field with a closer description than its type has.
    public init<Value: Encodable & Sendable>(
        _ name: String, _ schema: Schema, unit: String? = nil, _ meaning: String,
        _ value: @escaping @Sendable (Root) -> Value
    ) {
        self.init(.init(name, schema, unit: unit, meaning), value: { value($0) })
    }

    /// A field that is there only where it has a value.
    ///
    /// A closure without its label is the field of a null that is kept.
    @_disfavoredOverload
    public init<Value: Described>(
        _ name: String, unit: String? = nil, _ meaning: String, ifPresent value: @escaping @Sendable (Root) -> Value?
    ) {
        let key = JSONLine.key(name)
        self.init(
            .init(name, Value.schema, unit: unit, meaning, isRequired: false),
            value: { root in value(root).map { $0 as any Encodable & Sendable } },
            write: { root, line in
                guard let value = value(root) else { return }
                line.writeKey(key)
                try value.write(to: &line)
            })
    }

    /// One of these words.
    public init(
        _ name: String, words: [String], _ meaning: String, _ value: @escaping @Sendable (Root) -> String
    ) {
        self.init(.init(name, .words(words), meaning), described: value)
    }

    /// The same field of a record that holds this one.
    public func of<Other>(_ part: @escaping @Sendable (Other) -> Root) -> Field<Other> {
        var field = Field<Other>(
            property, value: { value(part($0)) }, write: { try write(part($0), &$1) })
        field.columns = columns?.map { $0.of(part) }
        return field
    }

    func encode(_ root: Root, into container: inout KeyedEncodingContainer<FieldName>) throws {
        guard let value = value(root) else { return }
        try container.encode(value, forKey: FieldName(property.name))
    }

    /// nil where the key is left out.
    func json(_ root: Root) throws -> JSONValue? { try value(root).map { try OrderedJSONEncoder().encode($0) } }
}
