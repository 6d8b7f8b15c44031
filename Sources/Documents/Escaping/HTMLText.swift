/// Text within an HTML document, in its body or in a quoted attribute.
///
/// Signs are told by their scalars, here and for every format: a browser reads scalars, and a `<` behind a letter that
/// joins what follows it is no character of its own to a comparison of characters.
package enum HTMLText {
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PlainText.clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
