#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The markup of a document that the program carries, taken apart without libxml2: such a document is there before any
/// library, and read at each start.
///
/// Only what those documents consist of is known: an XML declaration, elements with attributes in double quotes and on one
/// line, text, the five entities of XML. They have no DOCTYPE, comment or CDATA and were seen to be well-formed, so that
/// nothing is checked here; what anybody else wrote goes through libxml2.
struct CarriedMarkup {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// One copy of each name, ended by a 0: rows and cells are known by the address of theirs.
    private var names: [(text: UnsafeMutablePointer<UInt8>, count: Int)] = []
    /// Where in ``names`` one was found last, by ``mark(of:)``; -1: nowhere.
    private var places = [Int](repeating: -1, count: 64)
    /// Values of the present element that are not as they stand in the document.
    private var values: [UnsafeMutableBufferPointer<UInt8>] = []
    private var attributes: [UnsafePointer<UInt8>?] = []
    private var namespace: UnsafePointer<UInt8>?

    /// Gives the events of `bytes` to `builder`.
    /// - Returns: whether all of it was understood; otherwise libxml2 has to be asked, with another builder.
    static func parse(_ bytes: [UInt8], into builder: inout DocumentBuilder) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var markup = CarriedMarkup(bytes: bytes)
            defer { markup.deallocate() }
            return markup.run(&builder) && builder.failure == nil
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func deallocate() {
        for name in names { name.text.deallocate() }
        dropValues()
    }

    private mutating func dropValues() {
        for value in values { value.deallocate() }
        values.removeAll(keepingCapacity: true)
    }

    private mutating func run(_ builder: inout DocumentBuilder) -> Bool {
        if starts(with: "<?xml ") {
            guard let end = next(UInt8(ascii: ">")) else { return false }
            position = end + 1
        }
        var depth = 0
        while position < bytes.count, !builder.isStopped {
            if bytes[position] == UInt8(ascii: "<") {
                guard let change = tag(&builder) else { return false }
                depth += change
            } else {
                let end = next(UInt8(ascii: "<")) ?? bytes.count
                guard depth == 0 || text(upTo: end, &builder) else { return false }
                position = end
            }
        }
        return depth == 0
    }

    /// Takes a tag.
    /// - Returns: by how much the depth grows; nil for anything else that begins with `<`.
    private mutating func tag(_ builder: inout DocumentBuilder) -> Int? {
        position += 1
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "/"):
            guard let end = next(UInt8(ascii: ">")) else { return nil }
            position = end + 1
            builder.end()
            return -1
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return nil
        default: break
        }
        let name = name(named())
        attributes.removeAll(keepingCapacity: true)
        defer { dropValues() }
        while true {
            skipSpace()
            guard position < bytes.count else { return nil }
            let isEmpty = bytes[position] == UInt8(ascii: "/")
            if isEmpty { position += 1 }
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                attributes.withUnsafeMutableBufferPointer {
                    builder.start(
                        name: name, namespace: namespace, attributes: $0.baseAddress, count: CInt($0.count / 5))
                }
                if isEmpty { builder.end() }
                return isEmpty ? 0 : 1
            }
            guard !isEmpty, takeAttribute() else { return nil }
        }
    }

    private mutating func takeAttribute() -> Bool {
        let word = named()
        guard !word.isEmpty, position + 2 < bytes.count, bytes[position] == UInt8(ascii: "="),
            bytes[position + 1] == UInt8(ascii: "\"")
        else { return false }
        position += 2
        guard let end = next(UInt8(ascii: "\"")) else { return false }
        let value = UnsafeBufferPointer(rebasing: bytes[position..<end])
        position = end + 1
        guard !value.contains(where: { $0 < 0x20 }) else { return false }
        let colon = word.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { UnsafeBufferPointer(rebasing: word[..<$0]) }
        if word.first == UInt8(ascii: "x"), (prefix ?? word).elementsEqual("xmlns".utf8) {
            if prefix == nil { namespace = UnsafePointer(name(value)) }
            return true
        }
        guard let plain = plainValue(value), let start = plain.baseAddress ?? value.baseAddress else { return false }
        let local = colon.map { UnsafeBufferPointer(rebasing: word[($0 + 1)...]) } ?? word
        attributes.append(name(local))
        attributes.append(prefix.map { name($0) })
        attributes.append(nil)
        attributes.append(start)
        attributes.append(start + plain.count)
        return true
    }

    /// A value as libxml2 hands it over: without entities, but for `&` itself.
    private mutating func plainValue(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard let address = value.baseAddress, memchr(address, CInt(UInt8(ascii: "&")), value.count) != nil else {
            return value
        }
        var plain: [UInt8] = []
        var rest = value[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "&") {
                guard let (sign, length) = Self.entity(UnsafeBufferPointer(rebasing: rest)) else { return nil }
                plain += sign == UInt8(ascii: "&") ? Array("&#38;".utf8) : [sign]
                rest = rest.dropFirst(length)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: plain.count)
        _ = copy.initialize(from: plain)
        values.append(copy)
        return UnsafeBufferPointer(copy)
    }

    private mutating func text(upTo end: Int, _ builder: inout DocumentBuilder) -> Bool {
        while position < end {
            if bytes[position] == UInt8(ascii: "&") {
                guard let (sign, length) = Self.entity(UnsafeBufferPointer(rebasing: bytes[position..<end])) else {
                    return false
                }
                withUnsafePointer(to: sign) { builder.characters($0, count: 1) }
                position += length
            } else {
                let stop = bytes[position..<end].firstIndex(of: UInt8(ascii: "&")) ?? end
                builder.characters(bytes.baseAddress.map { $0 + position }, count: CInt(stop - position))
                position = stop
            }
        }
        return true
    }

    /// The sign that the entity at the beginning stands for, and how long its name is; nil for any that XML has not itself.
    private static func entity(_ text: UnsafeBufferPointer<UInt8>) -> (sign: UInt8, length: Int)? {
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'")]
        where text.starts(with: name.utf8) { return sign.utf8.first.map { ($0, name.utf8.count) } }
        return nil
    }

    // MARK: Bytes

    /// Passes over a name.
    private mutating func named() -> UnsafeBufferPointer<UInt8> {
        let start = position
        while position < bytes.count, Self.isInName(bytes[position]) { position += 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<position])
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
    }

    /// The one copy of a name.
    private mutating func name(_ text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8> {
        let mark = Self.mark(of: text)
        if places[mark] >= 0, isName(places[mark], text) { return UnsafePointer(names[places[mark]].text) }
        if let place = names.indices.first(where: { isName($0, text) }) {
            places[mark] = place
            return UnsafePointer(names[place].text)
        }
        places[mark] = names.count
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 1)
        for (index, byte) in text.enumerated() { (copy + index).initialize(to: byte) }
        (copy + text.count).initialize(to: 0)
        names.append((copy, text.count))
        return UnsafePointer(copy)
    }

    private func isName(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard names[place].count == text.count, let start = text.baseAddress else { return false }
        return memcmp(names[place].text, start, text.count) == 0
    }

    /// A number below 64 that most names of a document have for themselves.
    private static func mark(of text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = text.first, let last = text.last else { return 0 }
        return (Int(first) &* 5 &+ Int(last) &+ text.count &* 11) & 63
    }

    private func next(_ byte: UInt8) -> Int? {
        guard position < bytes.count, let start = bytes.baseAddress,
            let found = memchr(start + position, CInt(byte), bytes.count - position)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    private func starts(with text: StaticString) -> Bool {
        bytes[position...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}
