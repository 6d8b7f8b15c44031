/// Headings that compute something of a quantity: `10^4 g`, `g × 1e4`, `1/g`, `sqrt(g)`, `-log10(g)`.
enum HeadingExpression {
    /// Whether a name is more than that of a mass or coupling.
    /// - Parameters:
    ///   - name: of a column, without its unit and the logarithm around it.
    ///   - isQuantityGiven: whether the user says which quantity it computes: `g^2/4pi` is α′. A sign or a factor then still leaves
    ///     open what the numbers are.
    static func isOne(_ name: String, isQuantityGiven: Bool = false) -> Bool {
        if ["-", "−", "minus "].contains(where: name.lowercased().hasPrefix) { return true }
        guard !isName(name) else { return false }
        // "Upper limit on g × 10^4"
        let object =
            name.lowercased().ranges(of: " on ").last.map { String(name.lowercased()[$0.upperBound...]) } ?? name
        let text = CurveQuantity.withoutWordsOfLimits(object)
        if !isQuantityGiven, text.contains("√") || text.hasPrefix("sqrt") { return true }
        // "2m", "1e4 g"
        let number = text.prefix { $0.isNumber || ".e+-".contains($0) }
        if number.first?.isNumber == true, isName(String(text.dropFirst(number.count).trimmed)) { return true }
        return operators.contains { sign in
            guard let place = text.firstRange(of: sign) else { return false }
            let left = String(text[..<place.lowerBound].trimmed)
            let right = text[place.upperBound...].trimmed
            if Double(left) != nil { return !right.isEmpty }
            guard isName(left) else { return false }
            return !isQuantityGiven || (sign != "^" && isNumber(right))
        }
    }

    /// `1e4`, `10^4`, `10⁻⁴`, `1000`; `4pi` and `2` of a power are none.
    private static func isNumber(_ text: Substring) -> Bool {
        Double(text) != nil || NumberUnit(String(text)) != nil
            || (text.hasPrefix("10") && text.dropFirst(2).allSatisfy { !$0.isLetter })
    }

    private static let operators = ["^", "*", "×", "·", "/", " x ", " times "]

    private static func isName(_ text: String) -> Bool {
        MassNames.isOne(text) || CurveQuantity(columnName: text) != nil
    }
}
