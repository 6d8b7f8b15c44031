import CurveFormats
import Files

/// A table of points as other programs leave it, read block by block: text of columns, also in gzip, and files of NumPy.
///
/// Of a file of any length only a block is held at a time.
public final class PointTable {
    /// The name of the file, for messages.
    public let file: String
    /// What the columns are called, as the file has it; of our own where it has no headings.
    public let names: [String]
    public let axes: PointAxes
    /// What is in a file of NumPy and takes no part: no value for each row, or of a type that is not read.
    public let omitted: [String]
    /// Whether rows are lines of text, of which a fault names the number.
    public let isText: Bool
    private let rows: any RowStream

    /// - Parameters:
    ///   - path: nil for standard input.
    ///   - options: of columns, units and quantity, as of a file of a curve.
    ///   - isInterrupted: whether a signal that comes while bytes are waited for is to end the reading, with an error.
    /// - Throws: ``PointTableError``, `ReadingError`, and `CurveFormatError` for columns that can't be told.
    public convenience init(
        _ path: String?, options: ImportOptions, isInterrupted: @escaping () -> Bool = { false }
    ) throws {
        try self.init(InputFile(path, isInterrupted: isInterrupted), options: options)
    }

    /// A table that is in memory already.
    convenience init(contents: [UInt8], options: ImportOptions) throws {
        try self.init(InputFile(contents: contents, name: "points"), options: options)
    }

    private init(_ input: InputFile, options: ImportOptions) throws {
        file = input.name
        var (stream, beginning) = try Self.known(WholeStream(input))
        var isPacked = false
        if beginning.starts(with: [0x1F, 0x8B]) {
            (stream, beginning) = try Self.known(InflatedStream(stream, .gzip, file: input.name))
            isPacked = true
        }
        // The second and the third are those of an archive of nothing.
        if [[3, 4], [5, 6], [6, 6]].contains(where: { beginning.starts(with: Array("PK".utf8) + $0) }) {
            guard !isPacked else { throw PointTableError.notSeekable(.archive, file: input.name) }
            let columns = try NumPyColumns(ZipArchive(input), options: options, file: input.name)
            rows = try NumPyRows(columns, options: options, file: input.name)
        } else if beginning.starts(with: NumPyHeader.magic) {
            let section: ((Int) -> any ByteStream)? =
                isPacked ? nil : input.size.map { size in { SectionStream(input, min($0, size)..<size) } }
            let columns = try NumPyColumns(stream, section: section, file: input.name)
            rows = try NumPyRows(columns, options: options, file: input.name)
        } else {
            rows = try TextRows(stream, beginning, options: options, file: input.name) {
                input.size.map { $0 == 0 ? 1 : min(1, Double(input.offset) / Double($0)) }
            }
        }
        (names, axes, omitted, isText) = (rows.names, rows.axes, rows.omitted, rows is TextRows)
    }

    /// The first bytes of a stream, by which it is known, and a stream that begins with them.
    private static func known(
        _ stream: any ByteStream
    ) throws(PointTableError) -> (any ByteStream, [UInt8]) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: TextRows.longestLine, alignment: 16)
        defer { buffer.deallocate() }
        let beginning = Array(buffer.prefix(try stream.fill(buffer)))
        return (ResumedStream(beginning, stream), beginning)
    }

    /// The rows that come next.
    /// - Parameter size: how much of the file is to be read about [byte].
    /// - Returns: nil at the end.
    /// - Throws: ``PointTableError``
    public func next(size: Int) throws(PointTableError) -> PointBlock? { try rows.next(size: size) }

    /// How much of the file has been read; nil where it is not known how much there is.
    public var fraction: Double? { rows.fraction }
}

/// The rows of one kind of file.
protocol RowStream: AnyObject {
    var names: [String] { get }
    var axes: PointAxes { get }
    var omitted: [String] { get }
    var fraction: Double? { get }
    func next(size: Int) throws(PointTableError) -> PointBlock?
}

extension PointAxes {
    /// What columns are called in what is written, which is to be read as what was: headings with the units that stand beside them.
    /// - Parameter headings: nil where there are none.
    func names(_ headings: [String]?, count: Int) -> [String] {
        guard var names = headings else { return self.names(count: count) }
        if let unit = remarkedUnits.mass { names[mass.column] += " [\(unit)]" }
        if let unit = remarkedUnits.coupling { names[coupling.column] += " [\(unit)]" }
        return names
    }

    /// Names for columns without headings: today's where they hold what those say.
    private func names(count: Int) -> [String] {
        (0..<count).map { column in
            if column == mass.column, mass.isPlain, mass.shift == 0 { return "mass_MeV" }
            if column == coupling.column, coupling.isPlain, coupling.shift == 0 { return "coupling" }
            return "column_\(column + 1)"
        }
    }
}
