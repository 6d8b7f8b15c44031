/// What a field whose value is no single one is in CSV.
extension Field {
    /// The same, of which CSV has another value, one that fits into a cell.
    /// - Parameter meaning: one sentence.
    public func inCell<Value: Described>(_ meaning: String, _ value: @escaping @Sendable (Root) -> Value) -> Field {
        var field = self
        field.columns = [Field(property.name, meaning, value)]
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
