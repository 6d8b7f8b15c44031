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
            var values: [Value] = []
            var documents = try compose_all(yaml: text)
            while let document = documents.next() {
                // Comments and empty lines alone are no document.
                if document.null != nil { continue }
                values.append(try YAMLDecoder().decode(type, from: document))
            }
            if let error = documents.error { throw error }
            return values
        } catch {
            throw FormatFault(decoding: error)
        }
    }

    /// Refuses YAML that could cost far more than its size: anchors, aliases and tags, deep nesting, very many values.
    public static func check(_ bytes: [UInt8]) throws(FormatFault) {
        let result = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(FormatFault) in try YAMLEvents.check(bytes) }
        }
        try result.get()
    }
}
