/// Text within an HTML document, in its body or in a quoted attribute.
package enum HTMLText {
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in PlainText.clean(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }
}
