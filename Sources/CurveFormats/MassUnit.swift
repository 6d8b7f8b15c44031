import ConstraintKit
import VOTable

/// The unit of a mass column: a unit of energy as VOUnits 1.0 writes it, with prefix and scale factor.
struct MassUnit: Hashable {
    /// A factor that is not a power of ten; 1 for nearly every unit.
    var factor = 1.0
    /// The power of ten that turns a value into MeV.
    var exponent: Int

    init(_ unit: EnergyUnit) {
        exponent = unit.decimalExponent - EnergyUnit.megaelectronvolt.decimalExponent
    }

    /// Reads `MeV`, `10**3MeV`, `1e-3 GeV`; nil for a unit that is not one of energy.
    init?(_ text: String) {
        var rest = text[...]
        var power = 0
        if let scale = Self.powerOfTen(&rest) {
            power = scale
        } else if let number = Self.number(&rest) {
            factor = number
        }
        while let first = rest.first, first == " " || first == "." || first == "*" { rest.removeFirst() }
        guard rest.hasSuffix("eV"), let prefix = Self.prefixes[String(rest.dropLast(2))] else { return nil }
        exponent = prefix - EnergyUnit.megaelectronvolt.decimalExponent + power
    }

    /// What was probably meant by a text that is no unit: `MeV` for `MeV/c^2` or `Mev`.
    static func hint(for text: String) -> String? {
        var bare = text.filter { !$0.isWhitespace }
        for suffix in ["/c^2", "/c**2", "/c2", "/c²", ".c**-2", "c^-2", "/c"] where bare.hasSuffix(suffix) {
            bare = String(bare.dropLast(suffix.count))
        }
        if MassUnit(bare) != nil { return bare }
        return EnergyUnit.allCases.first { $0.rawValue.lowercased() == bare.lowercased() }?.rawValue
    }

    /// The value in MeV.
    ///
    /// The unit moves the decimal point of the shortest decimal that is this double, so that 0.003 GeV and 3 MeV are
    /// the same number to the last bit.
    func megaelectronvolts(_ value: Double) -> Double {
        let shifted = shiftingDecimalPoint(of: value, by: exponent)
        return factor == 1 ? shifted : shifted * factor
    }

    private static let prefixes: [String: Int] = [
        "": 0, "y": -24, "z": -21, "a": -18, "f": -15, "p": -12, "n": -9, "u": -6, "m": -3, "c": -2, "d": -1, "da": 1,
        "h": 2, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21, "Y": 24,
    ]

    /// Takes `10**3` or `10^3` from the beginning; the exponent may stand in brackets.
    private static func powerOfTen(_ text: inout Substring) -> Int? {
        guard let mark = ["10**", "10^"].first(where: text.hasPrefix) else { return nil }
        var rest = text.dropFirst(mark.count)
        let isBracketed = rest.first == "("
        if isBracketed { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
        guard let power = Int(digits), abs(power) <= 60 else { return nil }
        rest = rest.dropFirst(digits.count)
        if isBracketed {
            guard rest.first == ")" else { return nil }
            rest.removeFirst()
        }
        text = rest
        return power
    }

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

/// A number with its decimal point moved, rounded once.
func shiftingDecimalPoint(of value: Double, by shift: Int) -> Double {
    guard shift != 0, value.isFinite, value != 0 else { return value }
    let text = value.description
    let mark = text.firstIndex(of: "e") ?? text.endIndex
    let exponent = mark < text.endIndex ? Int(text[text.index(after: mark)...]) ?? 0 : 0
    return Double("\(text[..<mark])e\(exponent + shift)") ?? value
}
