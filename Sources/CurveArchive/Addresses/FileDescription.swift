import ConstraintKit
import CurveFormats

/// What a catalogue says of a file that does not say it itself, by the keys of ``CardField``.
public struct FileDescription: Sendable, Hashable {
    /// Without a stem, which is the catalogue's own key.
    public var said = ImportOptions()

    public init() {}

    /// What a catalogue has to say for a file to be read with these options once more. That the user insisted is not
    /// among it: the next version of a file has to convince anew.
    public init(_ options: ImportOptions) {
        said = options
        said.stem = nil
        said.insists = false
    }

    /// The options that mean the same to the reader of curves.
    public func options(stem: String) -> ImportOptions {
        var options = said
        options.stem = stem
        return options
    }

    /// What a catalogue may say. The parts of a single reference come before those beside it.
    static let fields = (CardField.all + CardField.ofReading).filter { $0.key != CardField.stem.key }
}

extension FileDescription: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: FieldKey.self)
        for field in Self.fields {
            let key = FieldKey(field)
            guard container.contains(key) else { continue }
            let path = decoder.codingPath + [key]
            switch field.key {
            case CardField.references.key:
                said.references += try container.decode([DescribedReference].self, forKey: key).map(\.reference)
            case CardField.parameters.key:
                // As texts, since a catalogue has to keep numbers to the last bit.
                for (name, text) in try container.decode([String: String].self, forKey: key) {
                    try take("\(name)=\(text)", as: field, AddressBook.name(path) + ".\(name)", found: text)
                }
            case _ where field.isRepeated:
                for text in try container.decode([String].self, forKey: key) {
                    try take(text, as: field, AddressBook.name(path), found: text)
                }
            default:
                let text = try container.decode(String.self, forKey: key)
                try take(text, as: field, AddressBook.name(path), found: text)
            }
        }
    }

    private mutating func take(_ text: String, as field: CardField, _ path: String, found: String) throws {
        do throws(UnreadableText) { try field.read(text, &said) } catch {
            throw AddressBookError.wrongValue(path: path, found: found, expected: error.expected)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldKey.self)
        for field in Self.fields {
            let texts = field.texts(said)
            guard !texts.isEmpty else { continue }
            let key = FieldKey(field)
            switch field.key {
            case CardField.references.key:
                let references = said.references.map(DescribedReference.init)
                // A single one stands among the other keys, which have what identifies it and its citation.
                if references.count == 1, said.references[0].facts.isEmpty {
                    try references[0].encode(to: encoder)
                } else {
                    try container.encode(references, forKey: key)
                }
            case CardField.parameters.key:
                try container.encode(said.parameters.mapValues { "\($0)" }, forKey: key)
            case _ where field.isRepeated: try container.encode(texts, forKey: key)
            default: try container.encode(texts[0], forKey: key)
            }
        }
    }
}

/// The key of a field.
private struct FieldKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ field: CardField) { stringValue = field.key }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
