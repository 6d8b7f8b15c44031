import VOTable

/// A cell of a text as people and programs write numbers: with Fortran's `D`, a sign of inequality, a word for none.
enum TextNumber: Hashable {
    /// A number, and the side that is excluded where a sign says that it is a limit.
    case number(Double, bound: ExcludedSide?)
    case missing
    /// Neither.
    case words

    /// - Parameter hasDecimalComma: whether a comma stands for the point.
    init(_ text: some StringProtocol, hasDecimalComma: Bool = false) {
        if let number = DecimalText.number(text), !number.isNaN {
            self = .number(number, bound: nil)
            return
        }
        var rest = text.trimmed
        // Fortran fills with stars what has no room for its digits.
        if Self.wordsForNone.contains(rest.lowercased()) || rest.allSatisfy({ $0 == "*" }) {
            self = .missing
            return
        }
        guard rest.utf8.count <= 80 else {
            self = .words
            return
        }
        let bound = Self.takeSign(&rest)
        let number = Self.spelled(rest, hasDecimalComma: hasDecimalComma)
        self = number.map { .number($0, bound: bound) } ?? .words
    }

    /// Whether it is no word.
    var isValue: Bool { self != .words }

    private static func takeSign(_ text: inout Substring) -> ExcludedSide? {
        for (sign, side) in [
            ("<=", ExcludedSide.above), ("&lt;", .above), ("<", .above), ("≤", .above), ("≲", .above), (">=", .below),
            ("&gt;", .below), (">", .below), ("≥", .below), ("≳", .below),
        ] where text.hasPrefix(sign) {
            text = text.dropFirst(sign.count).trimmed
            return side
        }
        return nil
    }

    private static func spelled(_ text: Substring, hasDecimalComma: Bool) -> Double? {
        if let number = DecimalText.number(text) { return number.isNaN ? nil : number }
        var plain = text.replacing("−", with: "-")
        if ["inf", "+inf", ".inf", "+.inf", "infinity", "+infinity", "∞", "+∞", "1.#inf"].contains(plain.lowercased()) {
            return .infinity
        }
        if hasDecimalComma {
            guard plain.count(where: { $0 == "," }) <= 1, !plain.contains(".") || !plain.contains(",") else {
                return nil
            }
            plain = plain.replacing(",", with: ".")
        }
        plain = withoutPrecision(plain)[...]
        for mark in ["×10^", "x10^", "*10^", "×10**", "*10**", "*^"] { plain = plain.replacing(mark, with: "e") }
        // 1.0D-03 and 1.0d0; a word that begins with d is none.
        if plain.first.map({ $0.isNumber || "+-.".contains($0) }) == true {
            plain = plain.replacing("D", with: "e").replacing("d", with: "e")
        }
        return DecimalText.number(plain).flatMap { $0.isNaN ? nil : $0 }
    }

    /// Without Mathematica's mark of a number's precision, ``1.5`*^-3`` and ``1.5`15.9*^-3``.
    private static func withoutPrecision(_ text: Substring) -> String {
        guard let mark = text.firstIndex(of: "`"), text.first.map({ $0.isNumber || "+-.".contains($0) }) == true else {
            return String(text)
        }
        return String(text[..<mark] + text[mark...].drop { $0 == "`" }.drop { $0.isNumber || $0 == "." })
    }

    private static let wordsForNone: Set<String> = [
        "", "nan", ".nan", "none", "na", "n/a", "-", "--", "---", "–", "—", "null", "nil", "...", "…", "missing",
        "undefined",
        "\\nodata",
    ]
}
