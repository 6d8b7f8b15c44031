import Documents

/// What `import` answers: the document that was written, and what it would change.
public struct ImportAnswer: RecordAnswer {
    public static let schemaName = "import"
    public static let schemaVersion = 1
    public static let meaning = "A document that was made of curves, and what it would change of what the bounds leave."
    private let stem: String
    private let file: FileRecord
    private let preview: AdditionReport?

    /// - Parameters:
    ///   - stem: of the document.
    ///   - preview: nil where it has no curve.
    public init(stem: String, file: FileRecord, preview: AdditionReport?) {
        (self.stem, self.file, self.preview) = (stem, file, preview)
    }

    public var rows: [ImportAnswer] { [self] }

    /// Of a document that is shown against the map, that.
    public var text: String { (preview?.text ?? "") + "Written to \(file.path)." }

    public static let fields: [Field<ImportAnswer>] =
        [Field("stem", "Name of the bound.") { $0.stem }] + FileRecord.fields.map { $0.of(\.file) } + [
            Field("effect", "What it would change; null where it has no curve.") { $0.preview?.record }
                .inColumns(of: EffectRecord.self)
        ]
}
