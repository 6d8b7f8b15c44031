import Yams

/// YAML from outside: bounded before it is read, and without anchors, by which a small file can grow without bound.
public enum BoundedYAML {
    /// The documents of a file that are parted by `---`.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(FormatFault) -> [Value] {
        guard bytes.count <= FormatLimits.yamlBytes else { throw .tooLarge(.bytes, limit: FormatLimits.yamlBytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notWellFormed(message: "not text in UTF-8", line: nil)
        }
        try check(bytes)
        do {
            return try documents(in: text).map { try YAMLDecoder().decode(type, from: $0) }
        } catch {
            throw FormatFault(decoding: error)
        }
    }

    private static func documents(in text: String) -> [String] {
        var documents = [""]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.hasPrefix("---") { documents.append("") } else { documents[documents.count - 1] += line + "\n" }
        }
        // Comments and empty lines alone are no document.
        return documents.filter { document in
            document.split(whereSeparator: \.isNewline).contains { !$0.hasPrefix("#") && !$0.trimmed.isEmpty }
        }
    }

    /// Refuses YAML that could cost far more than its size: anchors, aliases and tags, deep nesting, very many values.
    ///
    /// A value begins after one of `- : , [ { ?` or at the beginning of a line: `&` or `*` there and then a word is an
    /// anchor or alias, `!` a tag. Inside a quoted text the same is refused too, since quotes can't be told from here.
    public static func check(_ bytes: [UInt8]) throws(FormatFault) {
        var (line, depth, count) = (1, 0, 0)
        var before = UInt8(ascii: "\n")
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
                if starters.contains(before), next > 0x20 { throw .anchor(line: line) }
            case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, count) = (depth + 1, count + 1)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"): count += 1
            case UInt8(ascii: "\n"): line += 1
            default: break
            }
            // A carriage return alone ends a line too.
            if byte != 0x20, byte != 0x09 { before = byte == 0x0D ? UInt8(ascii: "\n") : byte }
            guard depth <= FormatLimits.depth else { throw .tooLarge(.depth, limit: FormatLimits.depth) }
            guard count <= FormatLimits.yamlNodes else { throw .tooLarge(.nodes, limit: FormatLimits.yamlNodes) }
        }
    }

    private static let starters = Set("\n-:,[{?".utf8)
}
