/// Text within GitHub's Markdown: a cell of a table, or a paragraph of one line.
package enum MarkdownText {
    package static func escaped(_ text: String) -> String {
        let scalars = Array(trimmed(PlainText.clean(text)))
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": result += "\\\(scalar)"
            case _ where isMark(scalar, at: index, of: scalars): result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a sign means something where it stands, and nothing elsewhere.
    private static func isMark(_ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<index]
        switch scalar {
        // At the beginning of a line: a list, a rule, a heading; to other dialects a definition, a title.
        case _ where index == 0: return "-+=:%".unicodeScalars.contains(scalar)
        // A numbered list, which has a space behind its number.
        case ".", ")": return isNumber(before, endingIn: scalars[index...]) || (scalar == "." && isHost(before))
        // Addresses become links by themselves.
        case ":": return index + 1 < scalars.count && scalars[index + 1] == "/"
        default: return false
        }
    }

    private static func isNumber(_ digits: ArraySlice<Unicode.Scalar>, endingIn rest: ArraySlice<Unicode.Scalar>)
        -> Bool
    {
        guard digits.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
        return rest.dropFirst().first?.properties.isWhitespace ?? true
    }

    /// Whether an address may begin with a dot behind these.
    private static func isHost(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        before.count >= 3 && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
    }

    /// Without spaces at its ends, by which Markdown would make code of it.
    private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
        var rest = text[...].unicodeScalars
        while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
