/// Numbers as text, in both directions: strict, independent of the locale, correctly rounded.
public enum DecimalText {
    /// Reads a number as a cell of a table is read: no decimal comma, no Fortran exponent, no inequality sign.
    /// - Returns: the number; nil where the text is none, NaN for `NaN`.
    public static func number(_ text: some StringProtocol) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { number(trimmed($0))?.value }
    }

    /// Reads a finite number, as every number that comes from outside is read: from the digits 0 to 9 alone, without
    /// hexadecimal digits, and with nothing behind it, a NUL for instance, at which C's functions end.
    /// - Returns: nil where the text is none.
    public static func finiteNumber(_ text: some StringProtocol) -> Double? {
        number(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A number read from a text.
    struct Reading {
        var value: Double
        /// How many digits the exponent was written with.
        var exponentDigits: Int
    }

    /// The shortest text that is read again as the same number, in the spelling of VOTable §5.5.
    public static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number > 0 ? "+Inf" : "-Inf" }
        return number.description
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = text.count
        while start < end, isSpace(text[start]) { start += 1 }
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// Reads sign, digits, point, digits, `e`, exponent; or NaN and Inf as VOTable and XML Schema spell them. No
    /// decimal comma, no Fortran exponent, no inequality sign, and nothing that overflows.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Reading? {
        guard let scan = Scan(text) else {
            return special(text).map { Reading(value: $0, exponentDigits: 0) }
        }
        // Clinger's fast path: both factors are exact doubles, so one rounding gives the nearest double.
        if scan.mantissa <= 1 << 53, !scan.isMantissaCut, abs(scan.exponent) <= 22 {
            let mantissa = Double(scan.mantissa)
            let power = powersOfTen[abs(scan.exponent)]
            let magnitude = scan.exponent < 0 ? mantissa / power : mantissa * power
            return Reading(value: scan.isNegative ? -magnitude : magnitude, exponentDigits: scan.exponentDigits)
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return Reading(value: value, exponentDigits: scan.exponentDigits)
    }

    /// Reads a decimal integer with a sign, or `0x` and hexadecimal digits (VOTable §5.2).
    static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] | 0x20 == UInt8(ascii: "x") {
            let digits = UnsafeBufferPointer(rebasing: text[2...])
            guard digits.first != UInt8(ascii: "-"), digits.first != UInt8(ascii: "+") else { return nil }
            return Int64(String(decoding: digits, as: UTF8.self), radix: 16)
        }
        return Int64(String(decoding: text, as: UTF8.self))
    }

    private static func special(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count <= 4 else { return nil }
        switch String(decoding: text, as: UTF8.self) {
        case "NaN": return .nan
        case "Inf", "+Inf", "INF", "+INF": return .infinity
        case "-Inf", "-INF": return -.infinity
        default: return nil
        }
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}

/// The parts of a decimal number: mantissa × 10^exponent.
private struct Scan {
    var isNegative = false
    var mantissa: UInt64 = 0
    /// More digits than the mantissa holds: the slow way must read them.
    var isMantissaCut = false
    var exponent = 0
    var exponentDigits = 0

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        let end = text.count
        if index < end, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
            isNegative = text[index] == UInt8(ascii: "-")
            index += 1
        }
        var mantissa = Mantissa()
        var digits = mantissa.take(text, from: &index)
        if index < end, text[index] == UInt8(ascii: ".") {
            index += 1
            let kept = mantissa.kept
            digits += mantissa.take(text, from: &index)
            exponent = kept - mantissa.kept
        }
        (self.mantissa, isMantissaCut) = (mantissa.value, mantissa.kept < digits)
        guard digits > 0 else { return nil }
        guard index < end else { return }
        guard text[index] | 0x20 == UInt8(ascii: "e") else { return nil }
        guard readExponent(UnsafeBufferPointer(rebasing: text[(index + 1)...])) else { return nil }
    }

    private mutating func readExponent(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        var isNegativeExponent = false
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegativeExponent = sign == UInt8(ascii: "-")
            index = 1
        }
        guard index < text.count else { return false }
        var value = 0
        while index < text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return false }
            // Beyond this every number is zero or infinite; the slow way decides which.
            if value < 100_000 { value = value * 10 + Int(digit) }
            exponentDigits += 1
            index += 1
        }
        exponent += isNegativeExponent ? -value : value
        return true
    }
}

/// Decimal digits as an integer, as many as fit.
private struct Mantissa {
    var value: UInt64 = 0
    /// How many digits it holds.
    var kept = 0

    /// Takes the digits from a place on.
    /// - Returns: how many there were.
    @inline(__always)
    mutating func take(_ text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Int {
        let start = index
        // Locals, which stay in registers.
        var (value, kept, place) = (value, kept, index)
        while place < text.count, case let digit = text[place] &- UInt8(ascii: "0"), digit < 10 {
            // 10^18 leaves room for one more digit in 64 bits.
            if value < 1_000_000_000_000_000_000 {
                value = value &* 10 &+ UInt64(digit)
                kept &+= 1
            }
            place &+= 1
        }
        (self.value, self.kept, index) = (value, kept, place)
        return place - start
    }
}
