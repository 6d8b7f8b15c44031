/// What an answer states of one field of a card.
public enum FieldValue: Sendable, Hashable {
    /// The card says nothing.
    case null
    case text(String)
    case number(Double)
    case list([FieldValue])
    /// In the order in which answers give its members.
    case record([Member])

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: FieldValue
        init(_ key: String, _ value: FieldValue) {
            self.key = key
            self.value = value
        }
    }

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
}

/// The type of a ``FieldValue``, as a schema has it.
public indirect enum FieldType: Sendable, Hashable {
    case text
    /// One of these.
    case word([String])
    /// Between 0 and 1.
    case fraction
    case number
    case list(of: FieldType)
    case record([Member])
    /// It, or null.
    case optional(FieldType)

    public struct Member: Sendable, Hashable {
        public var key: String
        public var type: FieldType
        init(_ key: String, _ type: FieldType) {
            self.key = key
            self.type = type
        }
    }
}
