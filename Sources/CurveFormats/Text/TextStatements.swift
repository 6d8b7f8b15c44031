import ConstraintKit

/// What a text file says about itself in comments of the form `# key: value`.
struct TextStatements {
    private(set) var said = ImportOptions()
    private let file: String

    /// What holds for the file as a whole.
    var card: CardStatements { said.card }
    /// What holds for its curve.
    var curve: CurveStatements {
        CurveStatements(
            kind: said.kind, confidenceLevel: said.confidenceLevel, side: said.side, topology: said.topology)
    }
    var parameters: [String: Double] { said.parameters }

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
        do throws(UnreadableText) { try statement.field.read(text, &said) } catch {
            if case .malformed(let expected) = error {
                throw .badText(
                    line: statement.line,
                    fault: .badMetadata(key: statement.key, value: statement.value, expected: expected), file: file)
            }
            throw CurveFormatError(error, of: statement.key, statement.value, in: file)
        }
    }
}

/// A comment of the form `key: value`.
struct TextStatement {
    let key: String
    let field: CardField
    /// Which of several by name, `n_eff_max` of `parameter_n_eff_max`.
    let itemName: String?
    let value: String
    let line: Int

    /// - Returns: nil for a comment in words.
    init?(_ comment: Substring, line: Int) {
        guard let colon = comment.firstIndex(of: ":") else { return nil }
        key = comment[..<colon].lowercased().replacing(" ", with: "_")
        value = String(comment[comment.index(after: colon)...].trimmed)
        self.line = line
        let parameter = CardField.parameters.itemKey + "_"
        if let field = Self.fields[key] {
            (self.field, itemName) = (field, nil)
        } else if key.hasPrefix(parameter) {
            (field, itemName) = (.parameters, String(key.dropFirst(parameter.count)))
        } else {
            return nil
        }
    }

    /// By the name of an item and, where they differ, that of all.
    private static let fields: [String: CardField] = Dictionary(
        uniqueKeysWithValues: (CardField.all + CardField.ofReading).filter(\.isInText).flatMap { field in
            Set([field.key, field.itemKey]).map { ($0, field) }
        })
}
