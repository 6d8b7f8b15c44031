/// What a field whose value is no single one is in CSV.
extension Field {
    /// The same, which is one cell of CSV: as JSON, where its value would not fit into one otherwise.
    public var inOneCell: Field {
        guard !property.schema.isCell else { return self }
        var property = property
        property.schema = .nullable(.text)
        property.meaning += " As JSON."
        var field = self
        field.columns = [Field(property, value: { root in value(root).map(WrittenJSON.init) })]
        return field
    }

    /// The same, an object whose own fields are columns of CSV, each behind its name: `origin_path`.
    public func inColumns<Part: Record>(of part: Part.Type) -> Field {
        var field = self
        field.columns = Part.fields.flatMap(\.cells).map { inner in
            var column = inner.property
            column.name = "\(property.name)_\(column.name)"
            // Where there may be no object, a column may be empty.
            if property.schema != Part.schema || !property.isRequired {
                column.schema = .nullable(column.schema)
                column.isRequired = false
            }
            return Field(column, value: { root in (value(root) as? Part).flatMap(inner.value) })
        }
        return field
    }

    /// The columns of CSV that it has.
    var cells: [Field] { columns ?? (property.schema.isCell ? [self] : []) }
}

/// A value as the text of its JSON.
private struct WrittenJSON: Encodable, Sendable {
    let value: any Encodable & Sendable

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(OrderedJSONEncoder().encode(value).compact)
    }
}
