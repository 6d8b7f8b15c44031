import Foundation

/// Text in ASCII, as the field spells its signs where there is nothing else: `L_mu-L_tau`, `chi2`, `g'`, `1e-4`, `+-`.
package enum ASCIIText {
    /// The text without any other sign. What has no spelling is shown by its number, as `\u{4E2D}`.
    package static func spelled(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var speller = ASCIISpeller(text)
        return speller.spelled()
    }

    /// JSON whose other signs stand as escapes, which mean the same to every reader: outside of strings it has none.
    package static func escapedJSON(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var result = ""
        for unit in text.utf16 {
            if unit < 0x80 {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }
}

/// Goes through a text once, from the left.
private struct ASCIISpeller {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var result = ""

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func spelled() -> String {
        while index < scalars.count {
            let scalar = scalars[index]
            if let (count, spelling) = SpelledSigns.sequence(in: scalars[index...]) {
                result += spelling
                index += count
            } else if scalar.isASCII {
                result.unicodeScalars.append(scalar)
                index += 1
            } else if SpelledSigns.superscripts[scalar] != nil {
                addSuperscripts()
            } else if let name = SpelledSigns.greek[scalar] {
                addGreek(name)
            } else {
                add(scalar)
                index += 1
            }
        }
        return result
    }

    private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }
    private var last: Unicode.Scalar? { result.unicodeScalars.last }

    /// `10⁻⁴` is 1e-4, `3×10⁻⁴` is 3e-4, `χ²` is chi2, `g′²` is g'^2, `K⁺` is K+.
    private mutating func addSuperscripts() {
        var run = ""
        while index < scalars.count, let sign = SpelledSigns.superscripts[scalars[index]] {
            run += sign
            index += 1
        }
        guard run.contains(where: \.isNumber) else {
            result += run
            return
        }
        if result.hasSuffix("10"), !(result.dropLast(2).last.map { $0.isNumber || $0.isLetter || $0 == "." } ?? false) {
            result.removeLast(2)
            result += "1e" + run
        } else if result.hasSuffix("x10"), result.dropLast(3).last?.isNumber ?? false {
            result.removeLast(3)
            result += "e" + run
        } else {
            result += (result.hasSuffix("chi") ? "" : "^") + run
        }
    }

    /// Two letters in a row would be read as one name.
    private mutating func addGreek(_ name: String) {
        let before = index > 0 ? scalars[index - 1] : nil
        if let before {
            let isDigit = before.properties.numericType != nil
            if SpelledSigns.greek[before] != nil && !result.hasSuffix("_") || SpelledSigns.isBar(before)
                || SpelledSigns.superscripts[before] != nil || isDigit && name == "sigma"
            {
                result += " "
            } else if before == ")" {
                result += "_"
            }
        }
        result += name
        if let next, SpelledSigns.isBar(next) {
            result += "bar"
            index += 1
        } else if let next, SpelledSigns.operators.contains(name), next.properties.isAlphabetic {
            result += "_"
        }
        index += 1
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if scalar == "–" {
            // Between numbers a hyphen would be a minus.
            let isRange = last?.properties.numericType != nil && next?.properties.numericType != nil
            result += isRange ? ".." : "-"
        } else if let spelling = SpelledSigns.others[scalar] {
            result += spelling
        } else if scalar.properties.generalCategory == .nonspacingMark {
            // The letter below it is there.
        } else {
            result += Self.plain(scalar)
        }
    }

    /// A letter without its accents, a wide sign as the usual one.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        guard !parts.isEmpty, parts.allSatisfy({ $0.isASCII && $0.value >= 0x20 && $0.value < 0x7F }) else {
            return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
        var plain = ""
        plain.unicodeScalars.append(contentsOf: parts)
        return plain
    }
}
