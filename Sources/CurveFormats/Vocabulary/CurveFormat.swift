/// The formats that are read. Each is known by how its bytes begin, never by the name of the file.
public enum CurveFormat: String, Sendable, Hashable, CaseIterable {
    case votable = "VOTable"
    case aida = "AIDA"
    case dmtools = "DMTools"
    case hepDataYAML = "HEPData YAML"
    case hepDataJSON = "HEPData JSON"
    case hepDataCSV = "HEPData CSV"
    case webPlotDigitizer = "WebPlotDigitizer"
    case text

    /// Those that a user may name, for a help text; HEPData is one whatever its dress.
    public static var names: String {
        var names: [String] = []
        for format in allCases {
            let name = format.rawValue.hasPrefix("HEPData") ? "HEPData" : format.rawValue
            if !names.contains(name) { names.append(name) }
        }
        return names.dropLast().joined(separator: ", ") + " or \(names[names.count - 1])"
    }

    /// What the bytes are to be read as. Text is what remains when nothing else fits; its reader says what is wrong.
    public init(recognising bytes: [UInt8]) {
        if looksLikeXML(bytes) {
            self = XMLRoot.name(in: bytes).flatMap(Self.init(root:)) ?? .votable
            return
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let beginning = String(decoding: start.prefix(1 << 16), as: UTF8.self)
        let first = beginning.drop(while: \.isWhitespace)
        if first.hasPrefix("{") {
            self =
                ["\"axesColl\"", "\"datasetColl\"", "\"wpd\""].contains(where: first.contains)
                ? .webPlotDigitizer : .hepDataJSON
        } else if first.hasPrefix("#: ") {
            self = .hepDataCSV
        } else if beginning.split(whereSeparator: \.isNewline).contains(where: {
            $0.hasPrefix("independent_variables:") || $0.hasPrefix("dependent_variables:")
        }) {
            self = .hepDataYAML
        } else {
            self = .text
        }
    }

    private init?(root: String) {
        switch root {
        case "aida": self = .aida
        case "limits", "limit", "dmtools": self = .dmtools
        default: return nil
        }
    }
}

/// Whether bytes begin as XML or gzip does: only a reader of XML can say what is wrong with them.
private func looksLikeXML(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) { return true }
    // UTF-16 by its mark: XML, or what a spreadsheet calls Unicode text.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return bytes.dropFirst(2).first { $0 > 0x20 } == UInt8(ascii: "<")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let beginning = start.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return beginning.first == UInt8(ascii: "<") || beginning.prefix(4).contains(0)
}

/// The first element of an XML text, found without reading the text.
private enum XMLRoot {
    /// - Returns: nil where the beginning does not show it; UTF-16 for instance.
    static func name(in bytes: [UInt8]) -> String? {
        var rest = Substring(decoding: bytes.prefix(1 << 14), as: UTF8.self)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            if rest.hasPrefix("<?") {
                guard skip(&rest, past: "?>") else { return nil }
            } else if rest.hasPrefix("<!--") {
                guard skip(&rest, past: "-->") else { return nil }
            } else if rest.hasPrefix("<!") {
                // An internal subset has brackets of its own.
                let end = rest.firstIndex(of: ">") ?? rest.endIndex
                let isLong = rest[..<end].contains("[")
                guard skip(&rest, past: isLong ? "]" : ">"), !isLong || skip(&rest, past: ">") else { return nil }
            } else {
                return String(rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) })
            }
        }
        return nil
    }

    private static func skip(_ text: inout Substring, past mark: String) -> Bool {
        guard let range = text.firstRange(of: mark) else { return false }
        text = text[range.upperBound...]
        return true
    }
}
