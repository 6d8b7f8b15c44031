/// Turns a value into JSON as Foundation's encoder does, but with the keys in the order they are encoded in, nulls kept,
/// and numbers left to be written with the fewest digits.
public struct OrderedJSONEncoder {
    public init() {}

    /// - Throws: what the value's own encoding throws.
    public func encode(_ value: some Encodable) throws -> JSONValue { try Slot(of: value).value }
}

/// A place in the document that is being made.
private final class Slot {
    private var scalar = JSONValue.null
    private var members: [(key: String, slot: Slot)]?
    private var elements: [Slot]?

    init() {}

    init(of value: some Encodable) throws { try write(value) }

    var value: JSONValue {
        if let members { return .object(members.map { .init($0.key, $0.slot.value) }) }
        if let elements { return .array(elements.map(\.value)) }
        return scalar
    }

    var count: Int { elements?.count ?? 0 }

    func write(_ value: some Encodable) throws {
        switch value {
        case let value as Double: scalar = .number(value)
        case let value as String: scalar = .text(value)
        case let value as Int: scalar = .integer(value)
        case let value as Bool: scalar = .boolean(value)
        case let value as JSONValue: scalar = value
        default: try value.encode(to: SlotEncoder(slot: self))
        }
    }

    func openObject() { members = members ?? [] }
    func openArray() { elements = elements ?? [] }

    func member(_ key: String) -> Slot {
        let slot = Slot()
        openObject()
        members?.append((key, slot))
        return slot
    }

    func element() -> Slot {
        let slot = Slot()
        openArray()
        elements?.append(slot)
        return slot
    }
}

private struct SlotEncoder: Encoder {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.openObject()
        return .init(SlotMembers(slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.openArray()
        return SlotElements(slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SlotScalar(slot: slot) }
}

private struct SlotMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { _ = slot.member(key.stringValue) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try slot.member(key.stringValue).write(value) }

    // A null is kept: a reader need not guess whether a key was forgotten. The compiler calls these by their types.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeOrNull(value, key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeOrNull(value, key) }
    func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encodeOrNull(value, key) }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeOrNull(value, key) }
    func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws { try encodeOrNull(value, key) }

    private func encodeOrNull(_ value: (some Encodable)?, _ key: Key) throws {
        let member = slot.member(key.stringValue)
        if let value { try member.write(value) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        SlotEncoder(slot: slot.member(key.stringValue)).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        SlotEncoder(slot: slot.member(key.stringValue)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { SlotEncoder(slot: slot.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { SlotEncoder(slot: slot.member(key.stringValue)) }
}

private struct SlotElements: UnkeyedEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.count }

    func encodeNil() { _ = slot.element() }
    func encode<T: Encodable>(_ value: T) throws { try slot.element().write(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        SlotEncoder(slot: slot.element()).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        SlotEncoder(slot: slot.element()).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element()) }
}

private struct SlotScalar: SingleValueEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    func encodeNil() {}
    func encode<T: Encodable>(_ value: T) throws { try slot.write(value) }
}
