import VOTable

/// What the bytes of a file are, once they are unpacked.
enum Recognition: Hashable {
    case format(CurveFormat)
    case foreign(ForeignFile)

    /// Text is what remains when nothing else fits; its reader says what is wrong.
    init(_ bytes: [UInt8]) {
        if let foreign = ForeignFile(magic: bytes) {
            self = .foreign(foreign)
        } else if looksLikeXML(bytes) {
            self = Self.ofXML(bytes)
        } else {
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            self = Self.ofText(start)
        }
    }

    private static func ofXML(_ bytes: [UInt8]) -> Recognition {
        // Where the beginning does not show the root, the reader of VOTables says what it finds.
        guard let root = XMLRoot.name(in: bytes) else { return .format(.votable) }
        switch root.split(separator: ":").last.map(String.init) ?? root {
        case "VOTABLE": return .format(.votable)
        case "aida": return .format(.aida)
        case "limits", "limit", "dmtools": return .format(.dmtools)
        case "Document" where contains(bytes, "engauge"): return .foreign(.engauge)
        case "svg": return .foreign(.svg)
        case let name where name.lowercased() == "html": return .foreign(.html)
        default: return .foreign(.xml)
        }
    }

    private static func ofText(_ bytes: ArraySlice<UInt8>) -> Recognition {
        let beginning = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
        let first = beginning.drop(while: \.isWhitespace)
        if first.hasPrefix("#: ") { return .format(.hepDataCSV) }
        if first.hasPrefix("\\documentclass") || first.hasPrefix("\\begin{") { return .foreign(.latex) }
        if let foreign = ForeignFile(text: first) { return .foreign(foreign) }
        let keys = YAMLKeys(bytes)
        if keys.hasVariables { return .format(.hepDataYAML) }
        if let bracket = first.first, bracket == "{" || bracket == "[" { return ofBrackets(first, bytes) }
        if keys.hasDataFile { return .foreign(.hepDataSubmission) }
        if first.hasPrefix("---\n") || first.hasPrefix("---\r") || first.hasPrefix("%YAML") { return .foreign(.yaml) }
        return .format(.text)
    }

    private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
        String(decoding: bytes.prefix(1 << 14), as: UTF8.self).lowercased().contains(word)
    }

    /// Texts that begin with a bracket: JSON if what follows is, else a list of Mathematica, or YAML.
    private static func ofBrackets(_ first: Substring, _ bytes: ArraySlice<UInt8>) -> Recognition {
        let inner = first.dropFirst().drop(while: \.isWhitespace).first
        if first.first == "{", let inner, inner == "{" || inner.isNumber || inner == "-" || inner == "." {
            return .foreign(.mathematica)
        }
        let isJSON = first.first == "[" || inner == "\"" || inner == "}" || inner == nil
        guard isJSON else { return .foreign(.yaml) }
        let keys = JSONKeys.outermost(of: bytes)
        if !keys.isDisjoint(with: ["axesColl", "datasetColl", "wpd"]) { return .format(.webPlotDigitizer) }
        if !keys.isDisjoint(with: ["independent_variables", "dependent_variables"]) { return .format(.hepDataYAML) }
        if keys.contains("data_tables") { return .foreign(.hepDataRecord) }
        // What NumPy prints begins with a bracket as well.
        if first.first == "[", BoundedJSON.isMalformed(Array(bytes)) { return .format(.text) }
        if keys.isSuperset(of: ["cells", "nbformat"]) { return .foreign(.notebook) }
        return keys.contains("headers") || (keys.contains("values") && keys.contains("name"))
            ? .format(.hepDataJSON) : .foreign(.json)
    }
}

/// The lines of a YAML file by which HEPData's are known.
private struct YAMLKeys {
    private(set) var hasVariables = false
    private(set) var hasDataFile = false

    init(_ bytes: ArraySlice<UInt8>) {
        let variables = ["independent_variables", "dependent_variables"].flatMap {
            ["\($0):", "\"\($0)\":", "'\($0)':"]
        }
        .map { Array($0.utf8) }
        let file = Array("data_file:".utf8)
        for line in ByteLines(bytes.prefix(FormatLimits.yamlBytes)) {
            if variables.contains(where: line.starts) { hasVariables = true }
            if line.starts(with: file) { hasDataFile = true }
        }
    }
}

/// The keys of the outermost mapping of a JSON text, found without reading what they stand for.
private enum JSONKeys {
    static func outermost(of bytes: ArraySlice<UInt8>) -> Set<String> {
        var keys: Set<String> = []
        var (depth, textStart): (Int, Int?) = (0, nil)
        var (isEscaped, last): (Bool, Range<Int>?) = (false, nil)
        for index in bytes.prefix(FormatLimits.bytes).indices {
            let byte = bytes[index]
            if let start = textStart {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    (last, textStart) = (start..<index, nil)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): textStart = index + 1
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1 && keys.count < 100:
                if let last { keys.insert(String(decoding: bytes[last].prefix(64), as: UTF8.self)) }
            default: break
            }
        }
        return keys
    }
}

/// Whether bytes begin as XML does: only a reader of XML can say what is wrong with them.
private func looksLikeXML(_ bytes: [UInt8]) -> Bool {
    // UTF-16 by its mark: XML, or what a spreadsheet calls Unicode text.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return bytes.dropFirst(2).first { $0 > 0x20 } == UInt8(ascii: "<")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let beginning = start.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if beginning.prefix(4).contains(0) { return beginning.prefix(8).contains(UInt8(ascii: "<")) }
    guard beginning.first == UInt8(ascii: "<"), let next = beginning.dropFirst().first else { return false }
    // A number after the sign is an upper limit.
    return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next == UInt8(ascii: "_") || next >= 0x80
        || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
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
                let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
                return name.isEmpty ? nil : String(name)
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
