/// The base64 of a STREAM: RFC 2045, white space anywhere, nothing else.
///
/// Not Foundation's: it either refuses white space or passes over any other character, and a STREAM may hold the one and
/// never the other.
///
/// It takes the text in pieces as they come, so that only the bytes are kept.
struct Base64 {
    /// Length of the text so far [byte].
    private(set) var length = 0
    private var bytes: [UInt8] = []
    private var bits: UInt32 = 0
    private var digits = 0
    private var padding = 0
    private var isBroken = false

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        length += text.count
        guard !isBroken else { return }
        for character in text where !DecimalText.isSpace(character) {
            if character == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            let digit = Self.values[Int(character)]
            guard digit < 64, padding == 0 else {
                isBroken = true
                return
            }
            bits = bits << 6 | UInt32(digit)
            digits += 1
            if digits == 4 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                bytes.append(UInt8(truncatingIfNeeded: bits))
                (bits, digits) = (0, 0)
            }
        }
    }

    /// To be called once, when all is there.
    /// - Returns: the bytes; nil where a character is not base64 or the end is broken.
    mutating func finish() -> [UInt8]? {
        guard !isBroken else { return nil }
        switch (digits, padding) {
        case (0, 0): break
        case (2, 2): bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case (3, 1):
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: return nil
        }
        return bytes
    }

    /// The bytes of a text that is at hand as a whole.
    static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var decoder = Base64()
        decoder.append(text)
        return decoder.finish()
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}
