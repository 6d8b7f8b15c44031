import Documents

/// Text as gnuplot takes it within a command: here and not in `Documents`, beside the rest of gnuplot's grammar.
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
        var rest = PlainText.clean(text).unicodeScalars[...]
        while let mark = rest.firstIndex(of: "_") {
            let below = rest[rest.index(after: mark)...].prefix { isOfWord($0) }
            let isSubscript = rest[..<mark].last?.properties.isAlphabetic == true && !below.isEmpty
            result += escaped(String(rest[..<mark])) + (isSubscript ? "_{\(escaped(String(below)))}" : "\\_")
            rest = isSubscript ? rest[below.endIndex...] : rest[rest.index(after: mark)...]
        }
        return "'" + result + escaped(String(rest)) + "'"
    }

    /// The inside of such a string, to be put between others.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PlainText.clean(text).unicodeScalars {
            switch scalar {
            case "\\": result += "∖"
            case "'": result += "’"
            case "{", "}", "^", "_", "@", "&", "~": result += "\\\(scalar)"
            // gnuplot writes what XML has in no text, unless a group parts it.
            case ">" where result.unicodeScalars.suffix(2).elementsEqual("]]".unicodeScalars): result += "{}>"
            case _ where scalar.properties.isWhitespace: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
