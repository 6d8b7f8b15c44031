import ConstraintKit

/// What a text file says about itself in comments of the form `# key: value`.
struct TextStatements {
    private(set) var said = ImportOptions()
    private let file: String
    /// Where each field was said last.
    private var lines: [String: Int] = [:]

    /// What holds for the file as a whole.
    var card: CardStatements { said.card }
    /// What holds for its curve.
    var curve: CurveStatements {
        CurveStatements(
            kind: said.kind, confidenceLevel: said.confidenceLevel, side: said.side, topology: said.topology)
    }
    var parameters: [String: Double] { said.parameters }
    /// How its columns are to be read.
    var reading: ReadingStatements { ReadingStatements(said) }

    init(_ text: TextColumns) throws(CurveFormatError) {
        try self.init(text.statements, file: text.file)
        // A comment in words says what the file holds, where no other does.
        said.summary = said.summary ?? text.comments.first
    }

    init(_ statements: [TextStatement], file: String) throws(CurveFormatError) {
        self.file = file
        for statement in statements { try take(statement) }
    }

    private mutating func take(_ statement: TextStatement) throws(CurveFormatError) {
        let text = statement.itemName.map { "\($0)=\(statement.value)" } ?? statement.value
        guard !text.isEmpty else { return }
        let before = statement.field.texts(said)
        defer { lines[statement.field.key] = statement.line }
        do throws(UnreadableText) { try statement.field.read(text, &said) } catch {
            if case .malformed(let expected) = error {
                throw .badText(
                    line: statement.line,
                    fault: .badMetadata(key: statement.key, value: statement.value, expected: expected), file: file)
            }
            throw CurveFormatError(error, of: statement.key, statement.value, in: file)
        }
        // Two files behind one another, say: which of them holds nobody knows.
        let after = statement.field.texts(said)
        guard !statement.field.isRepeated, statement.field.key != CardField.title.key, !before.isEmpty, after != before,
            after.count == before.count, let line = lines[statement.field.key]
        else { return }
        throw .badText(
            line: statement.line, fault: .saidOtherwise(key: statement.key, value: statement.value, line: line),
            file: file)
    }
}
