/// Numbers as bytes, in both directions, each rounded once.
enum NumberBytes {
    /// The number that bytes spell as computers write it: sign, digits, point, digits, exponent.
    ///
    /// - Parameters:
    ///   - point: the decimal sign.
    ///   - shift: the power of ten that is multiplied before anything is rounded.
    /// - Returns: nil where it is written in another way, or is beyond the quick ways: a person's or Fortran's number, or none.
    static func quick(_ text: UnsafeBufferPointer<UInt8>, point: UInt8, shift: Int) -> Double? {
        var index = 0
        let end = text.count
        guard end > 0 else { return nil }
        let isNegative = text[0] == UInt8(ascii: "-")
        if isNegative || text[0] == UInt8(ascii: "+") { index = 1 }
        var (mantissa, digits, exponent): (UInt64, Int, Int) = (0, 0, shift)
        while index < end, case let digit = text[index] &- 0x30, digit < 10 {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            digits &+= mantissa == 0 ? 0 : 1
            index &+= 1
        }
        var written = index &- (isNegative || text[0] == UInt8(ascii: "+") ? 1 : 0)
        if index < end, text[index] == point {
            index &+= 1
            let first = index
            while index < end, case let digit = text[index] &- 0x30, digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                digits &+= mantissa == 0 ? 0 : 1
                index &+= 1
            }
            exponent &-= index &- first
            written &+= index &- first
        }
        guard written > 0, digits <= 19 else { return nil }
        if index < end {
            guard text[index] | 0x20 == UInt8(ascii: "e"), let power = power(text, from: index &+ 1) else { return nil }
            exponent &+= power
        }
        guard let magnitude = product(mantissa, exponent) else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    private static func power(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        guard index < text.count else { return nil }
        let isNegative = text[index] == UInt8(ascii: "-")
        if isNegative || text[index] == UInt8(ascii: "+") { index &+= 1 }
        guard index < text.count, text.count &- index < 5 else { return nil }
        var value = 0
        while index < text.count {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
            index &+= 1
        }
        return isNegative ? -value : value
    }

    /// m × 10^e, rounded once; nil where that takes more than a multiplication.
    private static func product(_ mantissa: UInt64, _ exponent: Int) -> Double? {
        // Both factors are exact: one rounding gives the nearest double.
        if mantissa <= 1 << 53, abs(exponent) <= 22 {
            let power = powersOfTen[abs(exponent)]
            return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        }
        #if arch(x86_64) && os(Linux)
            // Exact up to 10^27 in 64 bits. Where the bits beyond a double's are about one half, the second rounding could
            // differ from one alone.
            guard abs(exponent) <= 27 else { return nil }
            let power = longPowersOfTen[abs(exponent)]
            let product = exponent < 0 ? Float80(mantissa) / power : Float80(mantissa) * power
            let beyond = product.significandBitPattern & 0x7FF
            guard !(0x3FF...0x401).contains(beyond) else { return nil }
            return Double(product)
        #else
            return nil
        #endif
    }

    private static let powersOfTen: [Double] = (0...22).map { power in
        (0..<power).reduce(1.0) { value, _ in value * 10 }
    }

    #if arch(x86_64) && os(Linux)
        private static let longPowersOfTen: [Float80] = (0...27).map { power in
            (0..<power).reduce(Float80(1)) { value, _ in value * 10 }
        }
    #endif

    /// The shortest decimal that is read again as the same number, a whole one without a point; nothing where it is none.
    static func append(_ value: Double, to buffer: ByteBuffer) {
        guard value.isFinite else { return }
        var text = value.description
        text.withUTF8 { append(withoutZero: $0, to: buffer) }
    }

    static func append(_ value: Float, to buffer: ByteBuffer) {
        guard value.isFinite else { return }
        var text = value.description
        text.withUTF8 { append(withoutZero: $0, to: buffer) }
    }

    private static func append(withoutZero text: UnsafeBufferPointer<UInt8>, to buffer: ByteBuffer) {
        let isWhole = text.count > 2 && text[text.count - 1] == 0x30 && text[text.count - 2] == UInt8(ascii: ".")
        buffer.append(isWhole ? UnsafeBufferPointer(rebasing: text[..<(text.count - 2)]) : text)
    }

    static func append(_ value: UInt64, to buffer: ByteBuffer) {
        guard value > 9 else { return buffer.append(0x30 &+ UInt8(value)) }
        buffer.append(value.description)
    }
}
