/// A value of JSON whose objects keep the order of their keys.
public enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// Written with the fewest digits that are read back as the same number; null where it is not finite.
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSONValue
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Null where there is none.
    public static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    public static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
    public static func texts(_ values: [String]) -> JSONValue { .array(values.map { .text($0) }) }

    /// The object with its keys, and those of all objects inside, in alphabetical order.
    public var sortedByKey: JSONValue {
        switch self {
        case .object(let members):
            .object(members.map { .init($0.key, $0.value.sortedByKey) }.sorted { $0.key < $1.key })
        case .array(let values): .array(values.map(\.sortedByKey))
        default: self
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { .init($0.0, $0.1) })
    }
}
