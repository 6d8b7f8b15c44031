import Files

/// Writes an archive of NumPy from columns whose type and length are known before: none is held in memory.
public final class ColumnArchive {
    private let file: GrowingFile
    private var zip = ZipWriter()
    private var member: ZipWriter.Member?

    /// - Throws: `WritingError`
    public init(_ path: String) throws(WritingError) { file = try GrowingFile(replacing: path) }

    /// Begins a column.
    /// - Parameters:
    ///   - descriptor: of NumPy: `<f8`, `|b1`, `<U12`.
    ///   - count: of its values.
    /// - Throws: `WritingError`
    public func begin(_ name: String, _ descriptor: String, count: Int) throws(WritingError) {
        try end()
        let (member, header) = zip.begin(name + ".npy")
        self.member = member
        try file.write(header)
        try add(NumPyHeader.bytes(descriptor, count: count))
    }

    /// Adds values to the column, as NumPy keeps them.
    /// - Throws: `WritingError`
    public func add(_ bytes: [UInt8]) throws(WritingError) {
        guard let member else { return }
        try file.write(zip.add(bytes, to: member))
    }

    private func end() throws(WritingError) {
        guard let member else { return }
        try file.write(zip.end(member))
        self.member = nil
    }

    /// Gives the archive its name; where this is never called nothing is left of it.
    /// - Throws: `WritingError`
    public func finish() throws(WritingError) {
        try end()
        try file.write(zip.finished())
        try file.finish()
    }
}
