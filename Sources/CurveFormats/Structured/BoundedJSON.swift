#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// JSON from outside: bounded in size, depth and number of values before it is decoded.
enum BoundedJSON {
    /// Values, each of which costs the decoder some ten bytes whether it is used or not.
    private static let greatestCount = 400_000

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(FormatFault) -> Value {
        guard bytes.count <= FormatLimits.bytes else { throw .tooLarge(.bytes, limit: FormatLimits.bytes) }
        try check(bytes)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw FormatFault(decoding: error)
        }
    }

    /// Whether a text is no JSON at all, not whether it is too much of it.
    static func isMalformed(_ bytes: [UInt8]) -> Bool {
        do throws(FormatFault) { _ = try decode(Anything.self, from: bytes) } catch {
            if case .notWellFormed = error { return true }
        }
        return false
    }

    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    /// Counts what opens and what parts values, outside of texts.
    private static func check(_ bytes: [UInt8]) throws(FormatFault) {
        var (depth, count) = (0, 0)
        var (isInText, isEscaped) = (false, false)
        for byte in bytes {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, count) = (depth + 1, count + 1)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ","): count += 1
            default: continue
            }
            guard depth <= FormatLimits.depth else { throw .tooLarge(.depth, limit: FormatLimits.depth) }
            guard count <= greatestCount else { throw .tooLarge(.nodes, limit: greatestCount) }
        }
    }
}

extension FormatFault {
    /// The same fact as a decoder's error.
    /// - Parameter place: of what was read, for errors that don't say it.
    init(decoding error: any Error, at place: String = "a value") {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self = .missing(path: Self.path(context.codingPath + [key]))
        case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
            self = .wrongValue(
                path: Self.path(context.codingPath), found: "something else", expected: Self.words(for: type))
        case DecodingError.dataCorrupted(let context):
            // What lies below says where; the words above only that something is wrong.
            let words = context.underlyingError.map { "\($0)" } ?? context.debugDescription
            self = .notWellFormed(message: firstLine(of: words), line: nil)
        default:
            let words = "\(error)"
            self =
                Self.numberTooLarge(words).map {
                    .wrongValue(path: place, found: $0, expected: "a number that a double can hold")
                } ?? .notWellFormed(message: firstLine(of: words), line: nil)
        }
    }

    /// The number of which the decoder's error says that no double is as large; nil for other errors.
    private static func numberTooLarge(_ words: String) -> String? {
        guard words.hasPrefix("numberIsNotRepresentable") else { return nil }
        let parts = words.split(separator: "\"")
        return parts.count == 3 ? String(parts[1].prefix(40)) : nil
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is Double.Type: "a number"
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        default: "\(type)".hasPrefix("Array") || "\(type)".hasPrefix("[") ? "a list" : "a mapping"
        }
    }
}

/// The first line of a parser's message; further ones quote the file.
func firstLine(of text: String) -> String {
    String((text.split(whereSeparator: \.isNewline).first ?? "").prefix(200))
}

/// A text or a number, as its file writes it.
struct ScalarText: Decodable, Hashable {
    var text: String

    init(_ text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = ""
            return
        }
        do {
            text = try container.decode(String.self)
        } catch DecodingError.typeMismatch {
            text = try container.decode(Double.self).description
        }
    }
}

/// A part of a file, or why it can't be read: it need not concern what is asked for.
struct Attempt<Value: Decodable>: Decodable {
    let result: Result<Value, any Error>

    init(from decoder: any Decoder) {
        result = Result { try Value(from: decoder) }
    }
}
