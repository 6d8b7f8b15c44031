import CurveFormats

/// An array of an archive.
struct NumPyMember {
    var name: String
    var header: NumPyHeader
    var stream: any ByteStream

    var isList: Bool { header.shape.count == 1 && header.fields[0].name == nil }
    var isTable: Bool { header.shape.count == 2 || header.fields[0].name != nil }
    /// Which axis its name says that it is.
    var axis: CurveAxis? { CurveAxis(heading: name) }
    /// How many columns it has as a table.
    var columnCount: Int { header.fields[0].name != nil ? header.fields.count : header.shape.last ?? 0 }

    /// Whether masses or couplings can be in it.
    var hasNumbers: Bool { header.fields[0].type.isNumeric }
    /// Whether its own fields say which are masses or couplings.
    var isTableOfNames: Bool { header.fields.contains { $0.name.flatMap(CurveAxis.init(heading:)) != nil } }
    /// For what an error says of it.
    var shape: NumPyFault.NamedShape { .init(name: name, shape: header.shape) }
    /// Whether it holds words, and so few that they are no column.
    var isNote: Bool {
        [.unicode, .bytes].contains(header.fields[0].type.kind) && header.fields[0].name == nil
            && header.shape.count <= 1 && (1...PointTableError.mostColumns).contains(wordCount)
    }

    private var wordCount: Int { header.shape.first ?? 1 }

    /// Reads the words of a note.
    func words(_ file: String) throws(PointTableError) -> [String] {
        let (count, type) = (wordCount, header.fields[0].type)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count * type.size, alignment: 16)
        defer { bytes.deallocate() }
        guard try stream.fill(bytes) == bytes.count else { throw .brokenOff(file: file) }
        return (0..<count).map { type.text(UnsafeRawPointer(bytes.baseAddress! + $0 * type.size)) }
    }
}
