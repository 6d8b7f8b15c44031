/// Text as gnuplot takes it within a command.
enum GnuplotText {
    /// A quoted string that shows `text` as it is, whatever it holds.
    ///
    /// In single quotes gnuplot substitutes nothing. It takes a doubled quote for a single one in some places only, so an
    /// apostrophe is drawn as a printer draws it. The marks of its enhanced mode are escaped one by one. It reads
    /// `\U+…` even behind an escaped backslash, so a backslash is drawn as the sign that looks like it. Line breaks
    /// would end the command: they and other control characters become spaces.
    static func quoted(_ text: String) -> String { "'" + escaped(text) + "'" }

    /// As ``quoted(_:)``, with what follows an underscore inside a word set below the line: N_eff.
    static func typeset(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "_") {
            let below = rest[rest.index(after: mark)...].prefix { $0.isLetter || $0.isNumber }
            let isSubscript = rest[..<mark].last?.isLetter == true && !below.isEmpty
            result += escaped(String(rest[..<mark])) + (isSubscript ? "_{\(escaped(String(below)))}" : "\\_")
            rest = isSubscript ? rest[below.endIndex...] : rest[rest.index(after: mark)...]
        }
        return "'" + result + escaped(String(rest)) + "'"
    }

    /// The inside of such a string, to be put between others.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "∖"
            case "'": result += "’"
            case "{", "}", "^", "_", "@", "&", "~": result += "\\" + String(scalar)
            case _ where scalar.properties.generalCategory == .control || scalar.properties.isWhitespace: result += " "
            case _ where scalar.properties.generalCategory == .format: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
