#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many attributes an element may have, at most, before libxml2 is given it.
///
/// libxml2 compares each attribute of an element with all those before it, so that a megabyte of attributes takes it
/// minutes, and nothing is asked of the caller until all are read.
public enum AttributeCount {
    public static let limit = 5_000

    /// Whether an element may have more than ``limit``: counts the signs `=` that no `<` parts. Values of attributes may
    /// hold a `>`, but no `<`. Text may hold such signs too, so that some five thousand of them in one comment are refused
    /// as well.
    public static func exceedsLimit(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            if let order = WideText.order(of: bytes) { return exceedsLimit(bytes, order) }
            guard var place = bytes.baseAddress else { return false }
            let end = place + bytes.count
            var count = 0
            while let equals = memchr(place, CInt(UInt8(ascii: "=")), end - place) {
                if memchr(place, CInt(UInt8(ascii: "<")), equals - UnsafeMutableRawPointer(mutating: place)) != nil {
                    count = 0
                }
                count += 1
                if count > limit { return true }
                place = UnsafeRawPointer(equals) + 1
            }
            return false
        }
    }

    /// In UTF-16 the byte of a `<` may be half of a letter.
    private static func exceedsLimit(_ bytes: UnsafeRawBufferPointer, _ order: WideText.Order) -> Bool {
        var count = 0
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            switch order.unit(bytes[index], bytes[index + 1]) {
            case UInt16(UInt8(ascii: "<")): count = 0
            case UInt16(UInt8(ascii: "=")):
                count += 1
                if count > limit { return true }
            default: continue
            }
        }
        return false
    }
}

/// Text in UTF-16, as libxml2 tells it by its first bytes.
enum WideText {
    enum Order {
        case bigEndian, littleEndian

        func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
            self == .bigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
        }
    }

    /// - Returns: nil for a text whose signs are single bytes.
    static func order(of bytes: UnsafeRawBufferPointer) -> Order? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0, UInt8(ascii: "<")): return .bigEndian
        case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): return .littleEndian
        default: return nil
        }
    }
}
