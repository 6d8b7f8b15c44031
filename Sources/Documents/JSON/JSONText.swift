extension JSONValue {
    /// On several lines, as people read it; ends with a line break.
    public var pretty: String { written(indentation: 0) + "\n" }

    /// On one line, without the line break.
    public var compact: String { written(indentation: nil) }

    /// - Parameter indentation: the depth so far; nil for one line.
    private func written(indentation: Int?) -> String {
        switch self {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let value): return value.isFinite ? NumberText.exact(value) : "null"
        case .text(let value): return Self.quoted(value)
        case .array(let values):
            // Rows of plain values stay on one line: an interval is read at a glance.
            let isFlat = values.allSatisfy { !$0.isNested }
            let parts = values.map { $0.written(indentation: indentation.map { $0 + 1 }) }
            return Self.enclosed(parts, "[", "]", indentation: isFlat ? nil : indentation)
        case .object(let members):
            let parts = members.map { member in
                Self.quoted(member.key) + ": " + member.value.written(indentation: indentation.map { $0 + 1 })
            }
            return Self.enclosed(parts, "{", "}", indentation: indentation)
        }
    }

    private var isNested: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    private static func enclosed(_ parts: [String], _ open: String, _ close: String, indentation: Int?) -> String {
        guard let indentation, !parts.isEmpty else { return open + parts.joined(separator: ", ") + close }
        let inner = "\n" + String(repeating: "  ", count: indentation + 1)
        let outer = "\n" + String(repeating: "  ", count: indentation)
        return open + inner + parts.joined(separator: "," + inner) + outer + close
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Whoever looks at the file is to see them, and U+2028 ends a line for JavaScript.
            case _ where !PlainText.isShown(scalar):
                for unit in String(scalar).utf16 {
                    let hexadecimal = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
