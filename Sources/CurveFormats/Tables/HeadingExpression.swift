/// Headings that compute something of a quantity: `10^4 g`, `g × 1e4`, `1/g`, `sqrt(g)`, `-log10(g)`.
enum HeadingExpression {
    /// Whether a name is more than that of a mass or coupling.
    /// - Parameter name: of a column, without its unit and the logarithm around it.
    static func isOne(_ name: String) -> Bool {
        guard !isName(name) else { return false }
        // "Upper limit on g × 10^4"
        let object =
            name.lowercased().ranges(of: " on ").last.map { String(name.lowercased()[$0.upperBound...]) } ?? name
        let text = CurveQuantity.withoutWordsOfLimits(object)
        if text.contains("√") || text.hasPrefix("sqrt") || text.hasPrefix("-") || text.hasPrefix("minus ")
            || text.hasPrefix("−")
        {
            return true
        }
        // "2m", "1e4 g"
        let number = text.prefix { $0.isNumber || ".e+-".contains($0) }
        if number.first?.isNumber == true, isName(String(text.dropFirst(number.count).trimmed)) { return true }
        return operators.contains { sign in
            guard let place = text.firstRange(of: sign) else { return false }
            let left = String(text[..<place.lowerBound].trimmed)
            return isName(left) || (Double(left) != nil && place.upperBound < text.endIndex)
        }
    }

    private static let operators = ["^", "*", "×", "·", "/", " x ", " times "]

    private static func isName(_ text: String) -> Bool {
        AxisFinder.isMassName(text) || CurveQuantity(columnName: text) != nil
    }
}
