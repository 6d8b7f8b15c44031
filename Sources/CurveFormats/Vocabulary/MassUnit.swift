import ConstraintKit
import VOTable

/// The unit of a mass column: a unit of energy as VOUnits 1.0 writes it, with prefix and scale factor.
struct MassUnit: Hashable {
    private var scale: NumberUnit
    /// The power of ten that turns a value into MeV; a scale factor may come on top.
    var exponent: Int { scale.exponent }
    var factor: Double { scale.factor }

    init(_ unit: EnergyUnit) {
        scale = NumberUnit(exponent: unit.decimalExponent - EnergyUnit.megaelectronvolt.decimalExponent)
    }

    /// Reads `MeV`, `10**3MeV`, `1e-3 GeV`; nil for a unit that is not one of energy.
    init?(_ text: String) {
        var rest = text[...]
        scale = NumberUnit(takingFrom: &rest)
        while let first = rest.first, first == " " || first == "." || first == "*" { rest.removeFirst() }
        // Masses in units of energy over c², as physicists write them.
        for suffix in Self.overSpeedOfLightSquared where rest.hasSuffix(suffix) {
            rest = rest.dropLast(suffix.count)
            break
        }
        guard rest.hasSuffix("eV"), let prefix = Self.prefixes[String(rest.dropLast(2))] else { return nil }
        scale.exponent += prefix - EnergyUnit.megaelectronvolt.decimalExponent
    }

    /// The longest first, so that none hides another.
    private static let overSpeedOfLightSquared = [
        "/c**{2}", "/c^{2}", " c**-2", ".c**-2", " c^-2", ".c^-2", "/c**2", "c^-2", "/c^2", "/c2", "/c²",
    ]

    /// Whether a text is a unit, and one of something else: a length, an angle, a cross section. Words in brackets that
    /// are no unit, `(Z')`, are not meant.
    static func isOfAnotherKind(_ text: String) -> Bool {
        var bare = text.lowercased().filter { !" {}".contains($0) }
        if bare.hasPrefix("1/") { bare.removeFirst(2) }
        let isInverse = bare.hasSuffix("-1") || bare.hasSuffix("-2") || text.hasPrefix("1/")
        bare = String(bare.trimmingSuffix { $0.isNumber || "-+*^²³".contains($0) })
        if isInverse, MassUnit(text.filter { $0.isLetter }) != nil { return true }
        return otherUnits.contains(bare) || isPower(text)
    }

    /// Whether a text is a power of a unit of energy: `GeV^2`, `MeV**2`, `GeV²`, `GeV2`.
    static func isPower(_ text: String) -> Bool {
        guard MassUnit(text) == nil else { return false }
        let bare = text.trimmingSuffix { $0.isNumber || "-+*^²³ (){}".contains($0) }
        // "MeV)" is one in brackets.
        return text.dropFirst(bare.count).contains(where: \.isNumber)
            && EnergyUnit.allCases.contains { $0.rawValue.lowercased() == bare.lowercased() }
    }

    private static let otherUnits: Set<String> = [
        "deg", "degree", "degrees", "arcmin", "arcsec", "rad", "mrad", "sr", "hourangle", "mm", "cm", "km", "nm", "um",
        "µm", "fm", "angstrom", "au", "pc", "kpc", "mpc", "ly", "s", "sec", "ms", "us", "ns", "ps", "min", "h", "hr",
        "d",
        "day", "days", "yr", "year", "years", "hz", "khz", "mhz", "ghz", "thz", "kg", "gram", "grams", "msun", "k",
        "kelvin", "pb", "fb", "nb", "ab", "mb", "ub", "barn", "b", "j", "joule", "erg", "jy", "mag", "w", "watt", "v",
        "volt", "gauss", "tesla", "events", "counts", "%", "percent", "gev/c", "mev/c", "tev/c", "m",
    ]

    /// What was probably meant by a text that is no unit: `MeV` for `MeV/c` or `Mev`.
    static func hint(for text: String) -> String? {
        var bare = text.filter { !$0.isWhitespace }
        if bare.hasSuffix("/c") { bare.removeLast(2) }
        if MassUnit(bare) != nil { return bare }
        return EnergyUnit.allCases.first { $0.rawValue.lowercased() == bare.lowercased() }?.rawValue
    }

    /// The value in MeV.
    func megaelectronvolts(_ value: Double) -> Double { scale.plain(value) }

    private static let prefixes: [String: Int] = [
        "": 0, "y": -24, "z": -21, "a": -18, "f": -15, "p": -12, "n": -9, "u": -6, "m": -3, "c": -2, "d": -1, "da": 1,
        "h": 2, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21, "Y": 24,
    ]
}

/// A number with its decimal point moved, rounded once.
@inlinable func shiftingDecimalPoint(of value: Double, by shift: Int) -> Double {
    guard shift != 0, value.isFinite, value != 0 else { return value }
    let text = value.description
    let mark = text.firstIndex(of: "e") ?? text.endIndex
    let exponent = mark < text.endIndex ? Int(text[text.index(after: mark)...]) ?? 0 : 0
    return Double("\(text[..<mark])e\(exponent + shift)") ?? value
}
