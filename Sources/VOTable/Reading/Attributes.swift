import CLibXML2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

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
                Self.isEqual(local, name),
                let bytes = value(at: index)
            else { continue }
            return decoded(bytes)
        }
        return nil
    }

    /// Length of the longest value [byte].
    var greatestLength: Int { (0..<count).reduce(0) { max($0, value(at: $1)?.count ?? 0) } }

    /// The first entity referred to that was not declared.
    var unknownEntity: String? {
        for index in 0..<count {
            guard let bytes = value(at: index), Self.holdsReference(bytes) else { continue }
            for part in bytes.split(separator: Self.ampersand, omittingEmptySubsequences: false).dropFirst() {
                guard let end = part.firstIndex(of: Self.semicolon) else { continue }
                let name = String(decoding: part[..<end], as: UTF8.self)
                if name != "#38", entities[name] == nil { return name }
            }
        }
        return nil
    }

    private func value(at index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let begin = pointers?[5 * index + 3], let end = pointers?[5 * index + 4] else { return nil }
        return UnsafeBufferPointer(start: begin, count: end - begin)
    }

    /// Whether a word that ends with a 0, as those of libxml2 do, is this one.
    private static func isEqual(_ word: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
        for index in 0..<name.utf8CodeUnitCount where word[index] != name.utf8Start[index] { return false }
        return word[name.utf8CodeUnitCount] == 0
    }

    private static func holdsReference(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress.map { memchr($0, CInt(ampersand), bytes.count) != nil } ?? false
    }

    private static let ampersand = UInt8(ascii: "&")
    private static let semicolon = UInt8(ascii: ";")

    /// libxml2 leaves references to internal entities as they are, and so writes `&` itself as `&#38;`.
    ///
    /// Byte by byte: a letter that combines with the sign before it would hide that from a search for characters.
    private func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard Self.holdsReference(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        let parts = bytes.split(separator: Self.ampersand, omittingEmptySubsequences: false)
        var result = String(decoding: parts[0], as: UTF8.self)
        for part in parts.dropFirst() {
            guard let end = part.firstIndex(of: Self.semicolon) else {
                result += "&" + String(decoding: part, as: UTF8.self)
                continue
            }
            let name = String(decoding: part[..<end], as: UTF8.self)
            result += name == "#38" ? "&" : entities[name] ?? "&\(name);"
            result += String(decoding: part[(end + 1)...], as: UTF8.self)
        }
        return result
    }
}
