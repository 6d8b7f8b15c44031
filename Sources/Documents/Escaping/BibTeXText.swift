/// Text within a BibTeX file, whose values BibTeX itself reads by its braces before LaTeX sees them.
package enum BibTeXText {
    /// A value, kept as it is written.
    package static func value(_ text: String) -> String { "{{" + LaTeXText.escaped(text) + "}}" }

    /// Names of authors, with `and` between them, whose parts BibTeX takes apart.
    package static func names(_ text: String) -> String { "{" + LaTeXText.escaped(text) + "}" }

    /// An identifier, in braces: letters, digits and a few signs; anything else in one is not part of it.
    package static func identifier(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isOfIdentifier(scalar) { kept.append(scalar) }
        return "{" + LaTeXText.escaped(String(kept)).replacing("\\_", with: "_") + "}"
    }

    /// A line between the entries. BibTeX knows no comments: it passes over what stands there, up to the next `@`.
    package static func remark(_ text: String) -> String {
        var result = "% "
        for scalar in PlainText.clean(text).unicodeScalars {
            if scalar == "@" { result += "(at)" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\n"
    }

    private static func isOfIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !"{}\\%#\"@".unicodeScalars.contains(scalar)
    }
}
