import CurveFormats

/// The fields of a line, one after another: separators may stand in quotation marks (RFC 4180), which are such only where a
/// field begins with one; white space around a field is no part of it.
struct FieldCursor {
    private let line: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private var index = 0
    private var isAtTheEnd: Bool
    /// Whether a quotation mark lacks its other.
    private(set) var hasOpenQuote = false

    /// - Parameter separator: a blank for white space of any kind, and then no field is empty.
    @inline(__always)
    init(_ line: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        self.line = line
        self.separator = separator
        isAtTheEnd = line.isEmpty
    }

    @inline(__always)
    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        guard !isAtTheEnd else { return nil }
        if separator == 0x20 { return nextWord() }
        let start = index
        while index < line.count, line[index].isBlank, line[index] != separator { index &+= 1 }
        let hasQuotes = index < line.count && line[index] == UInt8(ascii: "\"")
        var isQuoted = false
        while index < line.count {
            let byte = line[index]
            if byte == separator, !isQuoted { break }
            if byte == UInt8(ascii: "\""), hasQuotes { isQuoted.toggle() }
            index &+= 1
        }
        if isQuoted { hasOpenQuote = true }
        let end = index
        if index < line.count { index &+= 1 } else { isAtTheEnd = true }
        return UnsafeBufferPointer(rebasing: line[start..<end]).trimmed
    }

    private mutating func nextWord() -> UnsafeBufferPointer<UInt8>? {
        while index < line.count, line[index].isBlank { index &+= 1 }
        let start = index
        while index < line.count, !line[index].isBlank { index &+= 1 }
        guard index > start else {
            isAtTheEnd = true
            return nil
        }
        return UnsafeBufferPointer(rebasing: line[start..<index])
    }
}

extension UInt8 {
    /// White space within a line.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0B || self == 0x0C }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without white space at either end.
    @inline(__always)
    var trimmed: UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, count)
        while start < end, self[start].isBlank { start &+= 1 }
        while end > start, self[end &- 1].isBlank { end &-= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    /// A line without white space at either end; what parts fields stays, since an empty one may be first or last.
    @inline(__always)
    func trimmedLine(separator: UInt8) -> UnsafeBufferPointer<UInt8> {
        guard separator == 0x09 else { return trimmed }
        var (start, end) = (0, count)
        while start < end, self[start].isBlank, self[start] != separator { start &+= 1 }
        while end > start, self[end &- 1].isBlank, self[end &- 1] != separator { end &-= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    /// What a field says: without the quotation marks around it, and with one for each two.
    var unquoted: [UInt8] {
        let mark = UInt8(ascii: "\"")
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        var isQuoted = false
        for byte in self {
            if byte == mark {
                isQuoted.toggle()
                if isQuoted, previous == mark { bytes.append(mark) }
            } else {
                bytes.append(byte)
            }
            previous = byte
        }
        return bytes
    }

    var text: String {
        first == UInt8(ascii: "\"") ? String(textOf: unquoted) : String(textOf: self)
    }
}
