/// How wide a text runs in a Times-like face, near enough to keep labels apart.
///
/// Widths in thousandths of the font size, by groups of characters that share one. They are rounded up, so that a box
/// made by them holds the text also where the STIX fonts are missing and another serif face stands in.
package enum TextMetrics {
    /// [pt] for a font size [pt].
    package static func width(of text: String, fontSize: Double) -> Double {
        text.reduce(0) { $0 + Self.width(of: $1) } / 1000 * fontSize
    }

    /// From the deepest descender to the highest ascender.
    package static func height(fontSize: Double) -> Double { 0.98 * fontSize }

    private static func width(of character: Character) -> Double {
        guard character.isASCII else {
            // Superscripts, daggers and primes are narrow; Greek and accented Latin letters are not.
            return "⁰¹²³⁴⁵⁶⁷⁸⁹⁻′″†".contains(character) ? 360 : character.isUppercase ? 720 : 560
        }
        switch character {
        case "i", "j", "l", "t", "'", ".", ",", ":", ";", "|", "/", " ": return 290
        case "f", "r", "s", "I", "J", "(", ")", "[", "]", "-", "\"", "!", "{", "}": return 400
        case "m", "M", "W", "w", "@", "%": return 900
        case "A"..."Z", "&", "+", "=", "<", ">", "~": return 710
        default: return 510
        }
    }

    /// Breaks a text between words into lines no wider than `width` [pt].
    package static func lines(of text: String, fontSize: Double, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, self.width(of: last + " " + word, fontSize: fontSize) <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
