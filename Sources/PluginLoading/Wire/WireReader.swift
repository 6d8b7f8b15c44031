/// Takes values from the bytes of a message, which a plugin may have spoilt: nothing in them is believed.
struct WireReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtTheEnd: Bool { position == bytes.count }

    mutating func byte() throws(WireError) -> UInt8 {
        guard position < bytes.count else { throw .endsEarly }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func uint32() throws(WireError) -> UInt32 { UInt32(truncatingIfNeeded: try number(of: 4)) }

    mutating func uint64() throws(WireError) -> UInt64 { try number(of: 8) }

    mutating func double() throws(WireError) -> Double { Double(bitPattern: try uint64()) }

    mutating func data() throws(WireError) -> [UInt8] {
        let count = Int(try uint32())
        guard count <= bytes.count - position else { throw .endsEarly }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    mutating func text() throws(WireError) -> String { String(decoding: try data(), as: UTF8.self) }

    mutating func boolean() throws(WireError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        case let other: throw .unknownTag(other)
        }
    }

    mutating func optionalDouble() throws(WireError) -> Double? { try boolean() ? try double() : nil }

    /// A count and as many elements. Every element has at least a byte, so a great count can't ask for memory.
    mutating func all<Element>(
        _ element: (inout WireReader) throws(WireError) -> Element
    ) throws(WireError) -> [Element] {
        let count = Int(try uint32())
        guard count <= bytes.count - position else { throw .endsEarly }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    private mutating func number(of size: Int) throws(WireError) -> UInt64 {
        guard size <= bytes.count - position else { throw .endsEarly }
        defer { position += size }
        return bytes[position..<(position + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Why bytes are no message.
enum WireError: Error, Hashable {
    case endsEarly
    case unknownTag(UInt8)
    /// A value can't be what it stands for.
    case unusableValue
    /// Something is left after all that was expected.
    case goesOn
}
