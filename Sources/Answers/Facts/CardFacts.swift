import ConstraintKit
import CurveFormats
import Documents

/// Everything a card says, as its fields are declared.
enum CardFacts {
    static let all: [Field<Card>] = CardField.all.flatMap { field in
        field.parts.map { part in
            Field(part.key, Schema(part.type), field.help) { JSONValue(part.value($0)) }
        }
    }.map { $0.property.name == CardField.references.key ? $0.inCell(meaningOfKeys, keys) : $0 }

    static let meaningOfKeys = "Keys of its references in the bibliography."

    /// As `cite` has them: a reference without an identifier has none.
    @Sendable static func keys(of card: Card) -> [String] { card.references.compactMap(BibliographyKey.key) }
}

extension Schema {
    init(_ type: FieldType) {
        self =
            switch type {
            case .text: .text
            case .word(let words): .words(words)
            case .fraction, .number: .number
            case .list(let element): .list(.init(element))
            case .record(let members): .object(members.map { .init($0.key, .init($0.type), Self.meaning(of: $0.key)) })
            case .optional(let wrapped): .nullable(.init(wrapped))
            }
    }

    private static func meaning(of key: String) -> String {
        key.prefix(1).uppercased() + key.dropFirst().replacing("_", with: " ") + "."
    }
}

extension JSONValue {
    init(_ value: FieldValue) {
        self =
            switch value {
            case .null: .null
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .list(let values): .array(values.map { JSONValue($0) })
            case .record(let members): .object(members.map { Member($0.key, JSONValue($0.value)) })
            }
    }
}
