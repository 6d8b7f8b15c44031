/// A literal of Python, as the header of a file of NumPy is one: a dictionary of texts, numbers, truth values and lists.
enum NumPyLiteral: Hashable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([NumPyLiteral])
    case dictionary([String: NumPyLiteral])

    /// - Returns: nil where the bytes are something else.
    init?(_ bytes: ArraySlice<UInt8>) {
        var parser = Parser(rest: bytes)
        guard let value = parser.value(depth: 0), parser.isAtTheEnd else { return nil }
        self = value
    }

    private struct Parser {
        var rest: ArraySlice<UInt8>

        /// Lists inside one another; records of records have some.
        private static let greatestDepth = 8

        var isAtTheEnd: Bool {
            mutating get {
                skipBlanks()
                return rest.isEmpty
            }
        }

        private mutating func skipBlanks() { rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) } }

        private mutating func take(_ sign: Unicode.Scalar) -> Bool {
            skipBlanks()
            guard rest.first == UInt8(ascii: sign) else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func value(depth: Int) -> NumPyLiteral? {
            skipBlanks()
            guard depth < Self.greatestDepth, let first = rest.first else { return nil }
            switch first {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): return text(first).map { .text($0) }
            case UInt8(ascii: "("):
                rest = rest.dropFirst()
                return list(until: ")", depth: depth)
            case UInt8(ascii: "["):
                rest = rest.dropFirst()
                return list(until: "]", depth: depth)
            case UInt8(ascii: "{"):
                rest = rest.dropFirst()
                return dictionary(depth: depth)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                rest = rest[digits.endIndex...]
                // Python 2 wrote long numbers with an L.
                if rest.first == UInt8(ascii: "L") { rest = rest.dropFirst() }
                return Int(String(decoding: digits, as: UTF8.self)).map { .integer($0) }
            default:
                for (word, value) in [("True", true), ("False", false)] where rest.starts(with: word.utf8) {
                    rest = rest.dropFirst(word.utf8.count)
                    return .boolean(value)
                }
                return nil
            }
        }

        private mutating func list(until end: Unicode.Scalar, depth: Int) -> NumPyLiteral? {
            var values: [NumPyLiteral] = []
            while !take(end) {
                guard let value = value(depth: depth + 1) else { return nil }
                values.append(value)
                guard take(",") else { return take(end) ? .list(values) : nil }
            }
            return .list(values)
        }

        private mutating func dictionary(depth: Int) -> NumPyLiteral? {
            var values: [String: NumPyLiteral] = [:]
            while !take("}") {
                guard case .text(let key)? = value(depth: depth + 1), take(":"), let value = value(depth: depth + 1)
                else { return nil }
                values[key] = value
                guard take(",") else { return take("}") ? .dictionary(values) : nil }
            }
            return .dictionary(values)
        }

        private mutating func text(_ quote: UInt8) -> String? {
            rest = rest.dropFirst()
            var bytes: [UInt8] = []
            while let byte = rest.first, byte != quote {
                rest = rest.dropFirst()
                if byte == UInt8(ascii: "\\") {
                    // Letters beyond ASCII come by their numbers; such a name is shown as it stands in the header.
                    guard let next = rest.first else { return nil }
                    if next != quote, next != byte { bytes.append(byte) }
                    bytes.append(next)
                    rest = rest.dropFirst()
                } else {
                    bytes.append(byte)
                }
            }
            guard !rest.isEmpty else { return nil }
            rest = rest.dropFirst()
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
