#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks for a grammar in a document's DOCTYPE before libxml2 is given it.
///
/// A content model of some kilobytes takes libxml2 a gigabyte, and nothing is asked of the caller until it is read. A curve
/// needs no grammar: entities of plain words are all that old services declare.
public enum DocumentTypeCheck {
    /// The first declaration of an element, an attribute list, a notation or a parameter entity, by its word; nil where
    /// there is none.
    ///
    /// Nothing is parsed: what looks like a declaration behind a DOCTYPE counts as one wherever it stands.
    public static func grammar(in bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { bytes in
            guard let order = WideText.order(of: bytes) else { return grammar(in: bytes) }
            // Letters beyond ASCII become signs that begin no declaration.
            let plain = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
                UInt8(exactly: order.unit(bytes[index], bytes[index + 1])) ?? UInt8(ascii: "?")
            }
            return plain.withUnsafeBytes { self.grammar(in: $0) }
        }
    }

    private static func grammar(in bytes: UnsafeRawBufferPointer) -> String? {
        guard let base = bytes.baseAddress else { return nil }
        var isAfterDoctype = false
        var place = 0
        while let sign = memchr(base + place, CInt(UInt8(ascii: "<")), bytes.count - place) {
            place = UnsafeRawPointer(sign) - base + 1
            let rest = bytes[place...]
            guard rest.first == UInt8(ascii: "!") else { continue }
            guard isAfterDoctype else {
                isAfterDoctype = rest.starts(with: "!DOCTYPE".utf8)
                continue
            }
            for word in ["ELEMENT", "ATTLIST", "NOTATION"] where rest.dropFirst().starts(with: word.utf8) {
                return word
            }
            guard rest.starts(with: "!ENTITY".utf8) else { continue }
            let next = rest.dropFirst(7).first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
            if next == UInt8(ascii: "%") { return "ENTITY %" }
        }
        return nil
    }
}
