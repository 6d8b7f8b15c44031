/// Text within a cell of a Markdown table.
package enum MarkdownText {
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in PlainText.clean(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": result += "\\" + String(character)
            default: result.append(character)
            }
        }
        return result
    }
}
