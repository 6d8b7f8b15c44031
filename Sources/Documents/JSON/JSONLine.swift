/// A line of JSON that is written as it is said, byte by byte: of a stream of records a tree of values for each would take
/// most of the time.
public struct JSONLine: Sendable {
    /// Without a line break, unless one was appended.
    public private(set) var bytes: [UInt8] = []
    /// Whether all that was written is of ASCII.
    public private(set) var isPlain = true
    /// Whether nothing stands in the innermost object or list so far.
    private var isFirst = true

    public init() {}

    /// A value, in the same words as ``JSONValue/compact``.
    public mutating func write(_ value: JSONValue) { append(value.compact) }

    public mutating func writeNull() { append("null") }
    public mutating func write(_ value: Bool) { append(value ? "true" : "false") }
    public mutating func write(_ value: Int) { append(value.description) }
    public mutating func write(_ value: Double) { append(value.isFinite ? NumberText.exact(value) : "null") }

    public mutating func write(_ text: String) {
        var text = text
        let isBare = text.withUTF8 { letters in
            guard letters.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(0x22)
            bytes.append(contentsOf: letters)
            bytes.append(0x22)
            return true
        }
        if !isBare { append(JSONValue.text(text).compact) }
    }

    /// Ends the line.
    public mutating func breakLine() { bytes.append(0x0A) }

    /// Begins an object or a list.
    mutating func open(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        isFirst = true
    }

    mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    /// Stands before each member and element.
    mutating func separate() {
        if !isFirst { append(", ") }
        isFirst = false
    }

    /// A key, as ``key(_:)`` makes it.
    mutating func writeKey(_ key: [UInt8]) {
        separate()
        bytes.append(contentsOf: key)
    }

    /// The key of a member with what stands before its value: `"name": `.
    static func key(_ name: String) -> [UInt8] { Array((JSONValue.text(name).compact + ": ").utf8) }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { letters in
            if isPlain, letters.contains(where: { $0 >= 0x80 }) { isPlain = false }
            bytes.append(contentsOf: letters)
        }
    }
}
