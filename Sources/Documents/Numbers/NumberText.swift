import CSystem

/// Numbers as text.
package enum NumberText {
    /// With five significant digits, for figures: finer than any printer, four places behind the first digit.
    package static func fourDigits(_ value: Double) -> String { printed(value, "g", 5) }

    /// With four significant digits, `0.01234`, `1.234e-05`.
    package static func fourSignificant(_ value: Double) -> String { printed(value, "g", 4) }

    /// With a few significant digits, as tables print it: `4.99e-4`, `0.0512`, `12.3`.
    package static func short(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
        let parts = decimal(value, digits: digits)
        guard parts.exponent < -2 || parts.exponent > 4 else {
            return fixed(value, decimals: max(0, digits - 1 - parts.exponent))
        }
        return "\(parts.mantissa)e\(parts.exponent)"
    }

    /// With up to six significant digits and no zeros behind them, `97.7`.
    package static func trimmed(_ value: Double) -> String { printed(value, "g", 6) }

    /// The shortest decimal that is read back as the same number; a whole one without a point.
    package static func exact(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Mantissa and exponent to a number of significant digits.
    package static func decimal(_ value: Double, digits: Int) -> (mantissa: String, exponent: Int) {
        let text = printed(value, "e", max(0, digits - 1))
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return (text, 0) }
        return (String(parts[0]), exponent)
    }

    /// With a sign in front, `+0.12`; none where no digit but zeros is left.
    package static func signed(_ value: Double, decimals: Int) -> String {
        let text = printed(value, "f", decimals, isSigned: true)
        return text.contains { ("1"..."9").contains($0) } || !value.isFinite ? text : String(text.dropFirst())
    }

    package static func fixed(_ value: Double, decimals: Int) -> String { printed(value, "f", decimals) }

    /// - Parameters:
    ///   - conversion: of `printf`.
    ///   - digits: its precision.
    private static func printed(
        _ value: Double, _ conversion: Unicode.Scalar, _ digits: Int, isSigned: Bool = false
    ) -> String {
        func print(into text: UnsafeMutableBufferPointer<CChar>) -> Int {
            Int(
                csystem_print_number(
                    text.baseAddress, UInt(text.count), CChar(conversion.value), isSigned ? 1 : 0, Int32(digits), value)
            )
        }
        // 1e308 has that many digits before its point.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 330 + digits) { text in
            let count = min(print(into: text), text.count - 1)
            return String(decoding: UnsafeRawBufferPointer(start: text.baseAddress, count: count), as: UTF8.self)
        }
    }
}
