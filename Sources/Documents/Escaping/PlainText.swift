/// Text for a terminal or a text file.
package enum PlainText {
    /// Without what could move the cursor, break a line or hide: control characters become spaces, invisible format
    /// characters go.
    package static func clean(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result += " "
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The columns a text takes in a terminal: combining marks take none, East Asian characters two.
    package static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    private static func width(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return isWide(first.value) || first.properties.isEmojiPresentation ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// In lines of at most so many columns, broken at spaces; a word longer than that has a line of its own.
    package static func lines(of text: String, columns: Int) -> [String] {
        var lines: [String] = []
        for word in clean(text).split(separator: " ") {
            if let last = lines.last, width(last) + 1 + width(String(word)) <= columns {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
