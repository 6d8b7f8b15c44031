import CLibXML2

/// The attributes of an element, as libxml2 hands them over: five pointers each, valid during the callback.
struct Attributes {
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let count: Int
    /// The plain words that internal entities stand for.
    private let entities: [String: String]

    init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: CInt, entities: [String: String]) {
        self.pointers = pointers
        self.count = Int(count)
        self.entities = entities
    }

    /// The value of an attribute that has no prefix; nil where the element does not have it.
    subscript(name: StaticString) -> String? {
        for index in 0..<count {
            guard let local = pointers?[5 * index], pointers?[5 * index + 1] == nil,
                xmlStrEqual(local, name.utf8Start) != 0,
                let bytes = value(at: index)
            else { continue }
            return decoded(String(decoding: bytes, as: UTF8.self))
        }
        return nil
    }

    /// Length of the longest value [byte].
    var greatestLength: Int { (0..<count).map { value(at: $0)?.count ?? 0 }.max() ?? 0 }

    /// The first entity referred to that was not declared.
    var unknownEntity: String? {
        for index in 0..<count {
            guard let bytes = value(at: index), bytes.contains(UInt8(ascii: "&")) else { continue }
            for part in String(decoding: bytes, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
                .dropFirst()
            {
                guard let end = part.firstIndex(of: ";") else { continue }
                let name = String(part[..<end])
                if name != "#38", entities[name] == nil { return name }
            }
        }
        return nil
    }

    private func value(at index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let begin = pointers?[5 * index + 3], let end = pointers?[5 * index + 4] else { return nil }
        return UnsafeBufferPointer(start: begin, count: end - begin)
    }

    /// libxml2 leaves references to internal entities as they are, and so writes `&` itself as `&#38;`.
    private func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts[0])
        for part in parts.dropFirst() {
            guard let end = part.firstIndex(of: ";") else {
                result += "&" + part
                continue
            }
            let name = String(part[..<end])
            result += (name == "#38" ? "&" : entities[name] ?? "&\(name);") + part[part.index(after: end)...]
        }
        return result
    }
}
