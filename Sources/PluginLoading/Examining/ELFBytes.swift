/// Little-endian numbers and texts in the bytes of a file, none of which is believed.
struct ELFBytes {
    let bytes: [UInt8]
    /// How much of the file names may still take up [bytes]. They can overlap, and a file made for that would otherwise
    /// keep a reader busy for hours.
    private var roomForNames: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A linker lets one name be the end of another; it never makes more of it than this.
        roomForNames = 4 * bytes.count
    }

    /// - Throws: ``ELFError/truncated(_:)`` where the number does not lie within the file.
    func number<Number: FixedWidthInteger & UnsignedInteger>(
        at offset: Int, as type: Number.Type, of what: String
    ) throws(ELFError) -> Number {
        let size = MemoryLayout<Number>.size
        guard offset >= 0, offset <= bytes.count - size else { throw .truncated(what) }
        var value: Number = 0
        for index in (0..<size).reversed() { value = value << 8 | Number(truncatingIfNeeded: bytes[offset + index]) }
        return value
    }

    /// A 64-bit number that must lie within the file: an offset or a size.
    func length(at offset: Int, of what: String) throws(ELFError) -> Int {
        let value = try number(at: offset, as: UInt64.self, of: what)
        guard value <= UInt64(bytes.count) else { throw .truncated(what) }
        return Int(value)
    }

    /// The text that begins at an offset within a table of texts, each ended by a zero.
    mutating func text(in table: Range<Int>, at offset: Int) throws(ELFError) -> String {
        guard offset >= 0, offset < table.count else { throw .damaged("a name lies outside its table") }
        let start = table.lowerBound + offset
        let within = min(table.upperBound, start + roomForNames)
        guard let end = bytes[start..<within].firstIndex(of: 0) else {
            throw .damaged(within < table.upperBound ? "its names overlap" : "a name has no end")
        }
        roomForNames -= end + 1 - start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
