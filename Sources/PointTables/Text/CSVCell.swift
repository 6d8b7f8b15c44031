import Documents

/// A cell that is passed on: a number as it was written, a text cleaned as every text of CSV is.
enum CSVCell {
    /// - Parameter isNumber: whether a text is one to the reader of the file.
    @inline(__always)
    static func append(
        _ field: UnsafeBufferPointer<UInt8>, to buffer: ByteBuffer, isNumber: (String) -> Bool
    ) {
        if field.isPlain || NumberBytes.quick(field, point: UInt8(ascii: "."), shift: 0) != nil {
            buffer.append(field)
        } else {
            appendSlowly(field.text, to: buffer, isNumber: isNumber)
        }
    }

    private static func appendSlowly(_ text: String, to buffer: ByteBuffer, isNumber: (String) -> Bool) {
        // What begins with a sign and is no formula but a number stays the same number.
        let isClean = !text.isEmpty && PlainText.clean(text) == text
        buffer.append(isClean && isNumber(text) ? CSVText.quoted(text) : CSVText.text(text))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a cell can be passed on as it is: signs of ASCII alone, none of which parts or quotes cells, and none at its
    /// beginning by which a formula could begin.
    @inline(__always)
    var isPlain: Bool {
        guard let first else { return true }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"),
            UInt8(ascii: "`"):
            return false
        default: break
        }
        return allSatisfy { byte in
            byte &- 0x20 < 0x5F && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ";")
        }
    }
}
