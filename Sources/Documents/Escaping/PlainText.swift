/// Text for a terminal or a text file.
package enum PlainText {
    /// Whether a scalar is drawn, or is a space: it moves no cursor, breaks no line, reorders nothing and hides nothing.
    package static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all that is ever printed is told apart here.
        if scalar.value < 0x300 {
            return (0x20..<0x7F).contains(scalar.value) || scalar.value >= 0xA0 && scalar != "\u{AD}"
        }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .privateUse, .unassigned: return false
        // The braille pattern without a dot counts as a symbol, and nobody sees it.
        default: return scalar != "\u{2800}" && !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// One line: what breaks lines or moves the cursor becomes a space, what is invisible goes, and a mark stands on
    /// something.
    ///
    /// A mark that begins a text, or follows a sign of ASCII, would be drawn on the quotation mark or the bracket before
    /// it, and to whoever composes or compares characters that sign would be there no more: it gets a circle to stand on.
    package static func clean(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
        guard !text.unicodeScalars.allSatisfy({ isShown($0) && !isMark($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isShown(scalar) else {
                if isBreak(scalar) { result.append(" ") }
                continue
            }
            if isMark(scalar), canHide(result.last) {
                if let composed = result.last.flatMap({ struck[$0] }), scalar == "\u{338}" {
                    result.removeLast()
                    result.append(composed)
                    continue
                }
                result.append("\u{25CC}")
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// Several lines whose parts are clean already: nothing but their line breaks moves the cursor.
    package static func shown(_ text: String) -> String {
        guard !text.unicodeScalars.allSatisfy({ $0 == "\n" || isShown($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || isShown(scalar) {
                result.append(scalar)
            } else if isBreak(scalar) {
                result.append(" ")
            }
        }
        return String(result)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a mark behind this scalar could take a sign of a format with it.
    private static func canHide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }

    /// Signs that Unicode knows struck through as one scalar: files from a Mac have ≠ in two.
    private static let struck: [Unicode.Scalar: Unicode.Scalar] = ["=": "≠", "<": "≮", ">": "≯"]

    /// The columns a text takes in a terminal: combining marks take none, East Asian characters two.
    package static func width(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        if text.unicodeScalars.allSatisfy(isColumn) { return text.unicodeScalars.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// Whether a scalar is a character of its own that takes one column, whatever stands beside it: Latin, Greek and the signs of
    /// formulas, of which nearly all is made that is printed. Of others this says nothing.
    private static func isColumn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x391...0x3C9, 0x2010...0x2027, 0x2030...0x203A, 0x2070...0x208E,
            0x2190...0x2193,
            0x2200...0x22FF:
            true
        default: false
        }
    }

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
