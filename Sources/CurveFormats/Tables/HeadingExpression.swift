/// Headings that compute something of a quantity: `10^4 g`, `g × 1e4`, `1/g`, `sqrt(g)`, `-log10(g)`, `g_inverse`, `m²`.
enum HeadingExpression {
    /// Whether a name is that of a power of the mass: `m^2`, `msq`, `mass_squared`, `m2`, `Q2`.
    static func isPowerOfMass(_ name: String) -> Bool {
        let plain = plainPower(name.lowercased())
        guard let last = plain.last, "2"..."9" ~= last else { return false }
        let base = String(plain.dropLast().trimmingSuffix { "^ ".contains($0) })
        return MassNames.isOne(base) || base == "q"
    }

    /// Whether a name is more than that of a mass or coupling.
    /// - Parameters:
    ///   - name: of a column, without its unit and the logarithm around it.
    ///   - quantity: what the user says it computes: `g^2/4pi` is α′. A sign, a factor, an error or another power then still leaves open what
    ///     the numbers are.
    static func isOne(_ name: String, quantity: CurveQuantity? = nil) -> Bool {
        let isQuantityGiven = quantity != nil
        if ["-", "−", "minus ", "minus_", "neg", "negative"].contains(where: name.lowercased().hasPrefix) {
            return true
        }
        guard !isName(name) else { return false }
        // "Upper limit on g × 10^4"
        let object =
            name.lowercased().ranges(of: " on ").last.map { String(name.lowercased()[$0.upperBound...]) } ?? name
        let text = CurveQuantity.withoutWordsOfLimits(object)
        if !isQuantityGiven, text.contains("√") || text.hasPrefix("sqrt") { return true }
        // "2m", "1e4 g"
        let number = text.prefix { $0.isNumber || ".e+-".contains($0) }
        if number.first?.isNumber == true, isName(String(text.dropFirst(number.count).trimmed)) { return true }
        if saysOperation(text, quantity) || holdsFactor(text) { return true }
        if let quantity, let power = power(of: text), power != Int((1 / quantity.power).rounded()) { return true }
        return operators.contains { sign in
            guard let place = text.firstRange(of: sign) else { return false }
            let left = String(text[..<place.lowerBound].trimmed)
            let right = text[place.upperBound...].trimmed
            if Double(left) != nil { return !right.isEmpty }
            guard isName(left) else { return !isQuantityGiven && sign == "^" && right.first?.isNumber == true }
            return !isQuantityGiven || (sign != "^" && isNumber(right))
        }
    }

    /// `g_inverse`, `inv_g`, `g_err`, `sigma_g`, `g_permille`, `sqrt_g`: words that compute beside a name.
    private static func saysOperation(_ text: String, _ quantity: CurveQuantity?) -> Bool {
        let words = text.lowercased().split { !($0.isLetter || $0 == "'") }.map(String.init)
        // Of α′ and g′², say, the root is what g′ is.
        let isOperation: (String) -> Bool = { operations.contains($0) || (quantity == .coupling && $0 == "sqrt") }
        let rest = words.filter { !isOperation($0) }
        return rest.count < words.count && isName(rest.joined(separator: " "))
    }

    /// `g_1e4`, `g1e-4`, `g_10^4`: a number in the form of science behind a name.
    private static func holdsFactor(_ text: String) -> Bool {
        guard isName(String(text.prefix { $0.isLetter || $0 == "'" })) else { return false }
        let plain = Array(plainPower(text.lowercased()))
        for (place, character) in plain.enumerated() where character == "e" || character == "^" {
            guard place > 0, plain[place - 1].isNumber, place + 1 < plain.count else { continue }
            let rest = plain[(place + 1)...].drop { "+-(".contains($0) }
            let isPowerOfTen = character == "e" || (place > 1 && plain[place - 1] == "0" && plain[place - 2] == "1")
            if isPowerOfTen, rest.first?.isNumber == true { return true }
        }
        return false
    }

    /// The power to which the whole is raised: 4 of `g^4`, 2 of `|U|²`.
    private static func power(of text: String) -> Int? {
        let plain = plainPower(text)
        guard let mark = plain.lastIndex(of: "^") else { return nil }
        return Int(plain[plain.index(after: mark)...].trimmed)
    }

    /// Powers written alike: `^2` for `²`, `**2`, `_squared`, `sq`.
    private static func plainPower(_ text: String) -> String {
        var plain = text
        for (spelling, power) in powers { plain = plain.replacing(spelling, with: power) }
        return plain
    }

    private static let powers = [
        ("**", "^"), ("⁻", "^-"), ("²", "^2"), ("³", "^3"), ("⁴", "^4"), ("_squared", "^2"), (" squared", "^2"),
        ("squared", "^2"), ("_sq", "^2"), ("msq", "m^2"),
    ]

    private static let operations: Set<String> = [
        "inv", "inverse", "reciprocal", "err", "error", "errors", "uncertainty", "sigma", "permille", "ppm", "percent",
        "scaled", "times", "multiplied", "divided",
    ]

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
