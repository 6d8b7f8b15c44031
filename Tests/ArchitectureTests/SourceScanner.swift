/// Takes a Swift source apart as far as the tests of the architecture need it: names, imports, and texts.
struct SourceScanner {
    /// Every name that the code mentions without a dot before it, those in interpolations included.
    private(set) var mentioned: Set<String> = []
    /// Types that are declared outside all braces, and may be mentioned in other files.
    private(set) var declared: Set<String> = []
    private(set) var imports: Set<String> = []
    /// The texts in quotation marks, without what is interpolated.
    private(set) var texts: [String] = []

    private var bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var statement: [String] = []

    init(_ source: String) {
        bytes = Array(source.utf8)
        code(until: nil)
        bytes = []
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
        default: false
        }
    }

    /// - Parameter end: the bracket that ends an interpolation; nil: the whole source.
    private mutating func code(until end: UInt8?) {
        var brackets = 0
        while position < bytes.count {
            let byte = bytes[position]
            if starts(with: "//") {
                skipLine()
            } else if starts(with: "/*") {
                skipComment()
            } else if byte == UInt8(ascii: "\"") || starts(with: "#\"") {
                text()
            } else if Self.isName(byte) {
                name()
            } else {
                position += 1
                switch byte {
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"): depth -= 1
                case UInt8(ascii: "\n"): statement = []
                case UInt8(ascii: "("): brackets += 1
                case UInt8(ascii: ")"):
                    if end == byte, brackets == 0 { return }
                    brackets -= 1
                default: break
                }
            }
        }
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func skipComment() {
        var open = 0
        repeat {
            if starts(with: "/*") {
                open += 1
                position += 2
            } else if starts(with: "*/") {
                open -= 1
                position += 2
            } else {
                position += 1
            }
        } while open > 0 && position < bytes.count
    }

    private mutating func name() {
        let start = position
        while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        defer { statement.append(name) }
        guard !isMember else { return }
        mentioned.insert(name)
        guard depth == 0, let before = statement.last else { return }
        if statement.contains("import") {
            if !Self.kindsOfImport.contains(name) { imports.insert(name) }
        } else if Self.declarations.contains(before), !statement.contains(where: Self.isHidden) {
            declared.insert(name)
        }
    }

    private static let declarations: Set<String> = ["actor", "class", "enum", "protocol", "struct", "typealias"]
    private static let kindsOfImport: Set<String> = ["class", "enum", "func", "import", "protocol", "struct", "var"]
    private static func isHidden(_ word: String) -> Bool { word == "private" || word == "fileprivate" }

    private mutating func text() {
        var hashes = 0
        while bytes[position] == UInt8(ascii: "#") {
            hashes += 1
            position += 1
        }
        let quotes = starts(with: "\"\"\"") ? 3 : 1
        position += quotes
        var found: [UInt8] = []
        let end =
            [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        while position < bytes.count, !bytes[position...].starts(with: end) {
            guard bytes[position...].starts(with: escape) else {
                found.append(bytes[position])
                position += 1
                continue
            }
            position += escape.count
            guard position < bytes.count else { break }
            let isInterpolation = bytes[position] == UInt8(ascii: "(")
            position += 1
            if isInterpolation { code(until: UInt8(ascii: ")")) }
        }
        position += end.count
        texts.append(String(decoding: found, as: UTF8.self))
    }
}
