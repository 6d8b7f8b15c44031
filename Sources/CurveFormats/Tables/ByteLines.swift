/// The lines of a text one after another: of a file with a million lines no more are found than are asked for.
///
/// Lines end with LF or CRLF; with CR alone where there is no LF at all, as spreadsheets on the Macintosh wrote them. The
/// CR of a CRLF stays at the end of its line. What ends the last line is no line of its own.
struct ByteLines: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>
    private let end: UInt8

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
        end = bytes.place(of: 0x0A) == nil ? 0x0D : 0x0A
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let line = rest[..<(rest.place(of: end) ?? rest.endIndex)]
        rest = rest[line.endIndex...].dropFirst()
        return line
    }
}
