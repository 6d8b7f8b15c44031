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

    /// Whether an element may have more than ``limit``: counts the signs `=` that no `>` parts. Text may hold them too, so
    /// that some five thousand of them in one comment are refused as well.
    public static func exceedsLimit(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = place + bytes.count
            var count = 0
            while let equals = memchr(place, CInt(UInt8(ascii: "=")), end - place) {
                if memchr(place, CInt(UInt8(ascii: ">")), equals - UnsafeMutableRawPointer(mutating: place)) != nil {
                    count = 0
                }
                count += 1
                if count > limit { return true }
                place = UnsafeRawPointer(equals) + 1
            }
            return false
        }
    }
}
