import Yams

/// YAML from outside: bounded before it is read, and without anchors, by which a small file can grow without bound.
public enum BoundedYAML {
    /// The documents of a file that are parted by `---`, each with its nodes, by which a fault finds its place.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8]
    ) throws(FormatFault) -> [(value: Value, root: Node)] {
        guard bytes.count <= FormatLimits.yamlBytes else { throw .tooLarge(.bytes, limit: FormatLimits.yamlBytes) }
        let bytes = try withoutMark(bytes)
        try check(bytes)
        do {
            var values: [(Value, Node)] = []
            var documents = try compose_all(
                yaml: String(decoding: bytes, as: UTF8.self), .default, .default, .utf8)
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
            throw fault(error, in: bytes)
        }
    }

    /// The nodes of a text, bounded as by ``check(_:)``; nil where it holds no document.
    ///
    /// They have no places: who finds something wrong looks for its place in ``rootWithPlaces(of:)``.
    /// - Throws: ``FormatFault``
    public static func root(of bytes: [UInt8]) throws(FormatFault) -> Node? {
        let bytes = try withoutMark(bytes)
        var composer = YAMLComposer()
        let result = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(FormatFault) in try YAMLEvents.check(bytes) { composer.take($0) } }
        }
        try result.get()
        guard composer.isPlain, composer.documents.count <= 1 else { return try rootWithPlaces(of: bytes) }
        return composer.documents.first
    }

    /// The same nodes with their places, of a text that was bounded before.
    /// - Throws: ``FormatFault``
    public static func rootWithPlaces(
        of bytes: [UInt8], resolver: Resolver = .basic
    ) throws(FormatFault) -> Node? {
        let bytes = try withoutMark(bytes)
        do {
            return try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: resolver, encoding: .utf8)
                .singleRoot()
        } catch { throw fault(error, in: bytes) }
    }

    /// Refuses YAML that could cost far more than its size: anchors, aliases and tags, deep nesting, very many values.
    public static func check(_ bytes: [UInt8]) throws(FormatFault) {
        let result = try withoutMark(bytes).withUnsafeBufferPointer { bytes in
            Result { () throws(FormatFault) in try YAMLEvents.check(bytes) }
        }
        try result.get()
    }

    /// The text without the mark by which some editors begin UTF-8.
    private static func withoutMark(_ bytes: [UInt8]) throws(FormatFault) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw .notWellFormed(message: "it is text in UTF-16; save it as UTF-8", line: nil)
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard String(validating: text, as: UTF8.self) != nil else {
            throw .notWellFormed(message: "not text in UTF-8", line: nil)
        }
        return text
    }

    /// What Yams says, with the line that it means.
    private static func fault(_ error: any Error, in bytes: [UInt8]) -> FormatFault {
        switch error {
        case YamlError.duplicatedKeysInMapping:
            var repeated = RepeatedKey()
            let checked = bytes.withUnsafeBufferPointer { bytes in
                Result { () throws(FormatFault) in try YAMLEvents.check(bytes) { repeated.take($0) } }
            }
            if case .success = checked, let key = repeated.found { return .keyTwice(key.key, line: key.line) }
            return .notWellFormed(message: "a key that is a list or a mapping stands twice", line: nil)
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return .notWellFormed(message: problem, line: mark.line)
        default: return FormatFault(decoding: error)
        }
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
