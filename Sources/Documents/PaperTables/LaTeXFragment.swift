import Foundation

/// A piece of LaTeX, and about the room that it takes in print of eight points.
package struct LaTeXFragment: Sendable, Hashable {
    package var code: String
    /// In Computer Modern, which is wider than what journals set [pt].
    package var width: Double

    package init(code: String, width: Double) { (self.code, self.width) = (code, width) }

    /// A text, shown as it is.
    package init(_ text: String) {
        self.init(code: LaTeXText.escaped(text), width: Self.width(of: text))
    }

    /// Signs that lead to notes, raised; nothing where there is none.
    package init(marks: [String]) {
        let joined = marks.joined(separator: ",")
        self.init(code: marks.isEmpty ? "" : "$^{\(joined)}$", width: 3.6 * Double(joined.count))
    }

    /// Citations behind what they belong to; nothing where no key is one.
    package init(keys: [String]) {
        let usable = keys.filter(BibliographyKey.isUsable)
        let code = usable.isEmpty ? "" : " \\cite{\(usable.joined(separator: ","))}"
        self.init(code: code, width: usable.isEmpty ? 0 : 8 + 11 * Double(usable.count))
    }

    package static func + (left: LaTeXFragment, right: LaTeXFragment) -> LaTeXFragment {
        LaTeXFragment(code: left.code + right.code, width: left.width + right.width)
    }

    // MARK: Numbers

    /// A number in a power of ten, zeros where no digit is known.
    package init(_ number: RoundedNumber, in unit: Int) {
        let number = LaTeXNumber(number, in: unit)
        self.init(code: "$\(number.code)$", width: number.width)
    }

    /// What lies between two numbers; a power of ten that both have is written once.
    package init(from lower: RoundedNumber, to upper: RoundedNumber, in unit: Int) {
        let ends = [lower, upper].map { LaTeXNumber($0, in: unit) }
        if let power = ends[0].power, ends[1].power == power {
            let factor = LaTeXNumber(power: power)
            let mantissas = ends.map(\.mantissa)
            self.init(
                code: "$(\(mantissas[0])$--$\(mantissas[1]))\\times\(factor.code)$",
                width: Self.width(of: "(\(mantissas[0])–\(mantissas[1]))") + LaTeXNumber.timesWidth + factor.width)
        } else {
            self.init(code: "$\(ends[0].code)$--$\(ends[1].code)$", width: ends[0].width + 4.3 + ends[1].width)
        }
    }

    // MARK: Widths

    package static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9", "–": 4.3
        case "i", "l", "j", ".", ",", ":", ";", "'", "|", " ", "′": 2.7
        case "f", "t", "r", "s", "I", "(", ")", "[", "]", "-": 3.5
        case "m", "w", "M", "W", "%", "±", "×", "→", "<", ">": 7.9
        case "A"..."Z": 6.3
        case "⁰", "¹", "²", "³", "⁴"..."⁹", "₀"..."₉", "†", "‡": 4
        case " "..."~": 4.5
        default: scalar.value < 0x1000 ? 5.5 : 9
        }
    }
}

/// A number and how many of its digits are shown.
package struct RoundedNumber: Sendable, Hashable {
    package var value: Double
    package var digits: Int

    package init(_ value: Double, digits: Int) { (self.value, self.digits) = (value, digits) }
}

/// A number as it stands between two dollars: plain where that is short, else with a power of ten.
private struct LaTeXNumber {
    let mantissa: String
    /// Nil: none is written.
    let power: Int?

    static let timesWidth = 10.4

    init(power: Int) { (mantissa, self.power) = ("", power) }

    init(_ rounded: RoundedNumber, in unit: Int) {
        let parts = NumberText.decimal(rounded.value, digits: rounded.digits)
        let exponent = parts.exponent - unit
        guard (-2...3).contains(exponent), let number = Double(parts.mantissa) else {
            (mantissa, power) = (parts.mantissa, exponent)
            return
        }
        // By powers of ten that are exact: 0.5, and not 0.49999999999999994.
        let scale = pow(10, Double(abs(exponent)))
        let shown = exponent < 0 ? number / scale : number * scale
        (mantissa, power) = (NumberText.fixed(shown, decimals: max(0, rounded.digits - 1 - exponent)), nil)
    }

    var code: String {
        guard let power else { return mantissa }
        return (mantissa.isEmpty ? "" : mantissa + "\\times") + "10^{\(power)}"
    }

    var width: Double {
        guard let power else { return LaTeXFragment.width(of: mantissa) }
        let raised = "\(power)".reduce(0) { $0 + ($1 == "-" ? 5.6 : 3.8) }
        return (mantissa.isEmpty ? 0 : LaTeXFragment.width(of: mantissa) + Self.timesWidth) + 8.6 + raised
    }
}
