/// Elements, attributes and text as indented XML.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var identifiers: Set<String> = []

    mutating func line(_ text: String) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func open(_ tag: String, _ attributes: [(String, String?)]) {
        line("<\(tag)\(Self.text(of: attributes))>")
        depth += 1
    }

    mutating func close(_ tag: String) {
        depth -= 1
        line("</\(tag)>")
    }

    mutating func element(_ tag: String, _ attributes: [(String, String?)], text: String) {
        let start = "<\(tag)\(Self.text(of: attributes))"
        line(text.isEmpty ? "\(start)/>" : "\(start)>\(Self.escaped(text))</\(tag)>")
    }

    /// The ID of an element: its own where that is legal and not yet taken; else one made from its name where the name
    /// itself could not be an ID.
    mutating func identifier(_ id: String?, name: String?) -> String? {
        if let id, Self.isIdentifier(id), identifiers.insert(id).inserted { return id }
        guard let name, !Self.isIdentifier(name) else { return nil }
        let base = "_" + String(name.map { Self.isIdentifier("_\($0)") ? $0 : "_" })
        var candidate = base
        var number = 1
        while !identifiers.insert(candidate).inserted {
            number += 1
            candidate = "\(base)_\(number)"
        }
        return candidate
    }

    /// An XML ID, of ASCII letters, digits, `_`, `-` and `.`, beginning with a letter or `_`.
    private static func isIdentifier(_ text: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & ~0x20) || byte == UInt8(ascii: "_") }
        func isFurther(_ byte: UInt8) -> Bool {
            isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return text.utf8.first.map(isLetter) == true && text.utf8.allSatisfy(isFurther)
    }

    /// Text for content or an attribute value. Line ends and tabs are written as numbers, so that a reader's
    /// normalisation of attributes keeps them.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || [0x22, 0x26, 0x3C, 0x3E].contains($0) || $0 >= 0x7F }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t", "\r": result += "&#\(scalar.value);"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case _ where isInvisible(scalar): result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What reorders or hides text where the document is looked at stands in it as a number: nothing is lost.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func text(of attributes: [(String, String?)]) -> String {
        attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
    }
}
