import Yams

/// YAML from outside: bounded before it is read, and without anchors, by which a small file can grow without bound.
public enum BoundedYAML {
    /// The documents of a file that are parted by `---`, each with its nodes, by which a fault finds its place.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8]
    ) throws(FormatFault) -> [(value: Value, root: Node)] {
        guard bytes.count <= FormatLimits.yamlBytes else { throw .tooLarge(.bytes, limit: FormatLimits.yamlBytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notWellFormed(message: "not text in UTF-8", line: nil)
        }
        try check(bytes)
        do {
            var values: [(Value, Node)] = []
            var documents = try compose_all(yaml: text)
            while let document = documents.next() {
                // Comments and empty lines alone are no document.
                if document.null != nil { continue }
                do { values.append((try YAMLDecoder().decode(type, from: document), document)) } catch {
                    throw FormatFault(decoding: error).located(in: document)
                }
            }
            if let error = documents.error { throw error }
            return values
        } catch let fault as FormatFault {
            throw fault
        } catch {
            throw FormatFault(decoding: error)
        }
    }

    /// The nodes of a text, bounded as by ``check(_:)``; nil where it holds no document.
    ///
    /// They have no places: who finds something wrong looks for its place in ``rootWithPlaces(of:)``.
    /// - Throws: ``FormatFault``, and what Yams says of two documents or of a key that stands twice.
    public static func root(of bytes: [UInt8]) throws -> Node? {
        var composer = YAMLComposer()
        try bytes.withUnsafeBufferPointer { bytes in try YAMLEvents.check(bytes) { composer.take($0) } }
        guard composer.isPlain, composer.documents.count <= 1 else { return try rootWithPlaces(of: bytes) }
        return composer.documents.first
    }

    /// The same nodes with their places, of a text that was bounded before.
    /// - Throws: what Yams says.
    public static func rootWithPlaces(of bytes: [UInt8]) throws -> Node? {
        let text = String(decoding: bytes, as: UTF8.self)
        return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    }

    /// Refuses YAML that could cost far more than its size: anchors, aliases and tags, deep nesting, very many values.
    public static func check(_ bytes: [UInt8]) throws(FormatFault) {
        let result = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(FormatFault) in try YAMLEvents.check(bytes) }
        }
        try result.get()
    }
}

extension FormatFault {
    /// The same with its place in the file, where it names one that is there.
    func located(in root: Node) -> FormatFault {
        switch self {
        case .missing(let path), .wrongValue(let path, _, _), .unequalColumns(let path, _, _):
            YAMLPlace(of: path, in: root).map { .at($0, self) } ?? self
        default: self
        }
    }
}
