import VOTable

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The unit of a pure number: none, or a scale factor as VOUnits 1.0 writes it, `10**-3` or `%`.
struct NumberUnit: Hashable {
    /// A factor that is not a power of ten; 1 for nearly every unit.
    var factor = 1.0
    var exponent = 0

    init(exponent: Int) { self.exponent = exponent }

    /// Nil for a unit that is not one of a pure number.
    init?(_ text: String) {
        var rest = Self.isNone(text) ? "" : text[...]
        self.init(takingFrom: &rest)
        if rest == "%" {
            exponent -= 2
        } else if !rest.isEmpty {
            return nil
        }
    }

    /// Whether a text says in words that there is no unit.
    static func isNone(_ text: String) -> Bool { wordsForNone.contains(text.lowercased().replacing(" ", with: "")) }

    private static let wordsForNone: Set<String> = [
        "", "-", "--", "---", "–", "—", "1", "dimensionless", "dimless", "unitless", "none", "n/a", "na", "nounit",
        "nounits", "ratio", "adimensional", "null",
    ]

    /// Takes a scale factor from the beginning; 1 where there is none.
    init(takingFrom text: inout Substring) {
        if let power = Self.powerOfTen(&text) {
            exponent = power
        } else if let number = Self.number(&text) {
            // `1e-06`, as astropy writes 10**-6: no less a power of ten.
            let power = Int(log10(number).rounded())
            if shiftingDecimalPoint(of: 1, by: power) == number { exponent = power } else { factor = number }
        }
    }

    /// The value in units of one.
    ///
    /// A power of ten moves the decimal point of the shortest decimal that is this double, so that 0.003 GeV and 3 MeV
    /// are the same number to the last bit.
    func plain(_ value: Double) -> Double {
        let shifted = shiftingDecimalPoint(of: value, by: exponent)
        return factor == 1 ? shifted : shifted * factor
    }

    /// Takes `10**3`, `10^3` or `10³` from the beginning; the exponent may stand in brackets.
    private static func powerOfTen(_ text: inout Substring) -> Int? {
        if text.hasPrefix("10"), let raised = raisedNumber(text.dropFirst(2)) {
            text = text.dropFirst(2 + raised.length)
            return raised.number
        }
        guard let mark = ["10**", "10^"].first(where: text.hasPrefix) else { return nil }
        var rest = text.dropFirst(mark.count)
        let isBracketed = rest.first == "("
        if isBracketed { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
        guard let power = Int(digits), (-60...60).contains(power) else { return nil }
        rest = rest.dropFirst(digits.count)
        if isBracketed {
            guard rest.first == ")" else { return nil }
            rest.removeFirst()
        }
        text = rest
        return power
    }

    /// The number that stands raised at the beginning, `⁻⁴`, and how many characters it has.
    private static func raisedNumber(_ text: Substring) -> (number: Int, length: Int)? {
        let raised = text.prefix { raisedCharacters.keys.contains($0) }
        guard let number = Int(String(raised.compactMap { raisedCharacters[$0] })), abs(number) <= 60 else {
            return nil
        }
        return (number, raised.count)
    }

    private static let raisedCharacters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+"))

    /// Takes a number from the beginning. The `e` of eV is not an exponent: digits must follow one.
    private static func number(_ text: inout Substring) -> Double? {
        for length in stride(from: min(text.count, 24), to: 0, by: -1) {
            if let number = DecimalText.number(text.prefix(length)), number > 0, number.isFinite {
                text = text.dropFirst(length)
                return number
            }
        }
        return nil
    }
}
