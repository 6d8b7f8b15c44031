import CurveFormats

/// The rows of a text of columns.
final class TextRows: RowStream {
    let names: [String]
    let axes: PointAxes
    let omitted: [String] = []
    private let stream: any ByteStream
    private let reader: RowReader
    private let file: String
    private let done: () -> Double?
    /// What of the last block had no line end.
    private var pending: ArraySlice<UInt8>
    private var line: Int
    private var isAtTheEnd = false
    /// Whether lines end with CR alone, as spreadsheets on the Macintosh wrote them.
    private let endsWithReturn: Bool

    /// A line that is longer is no row [byte].
    static let longestLine = 1 << 16
    /// Remarks above the rows beyond this are none of a table [byte].
    private static let longestRemarks = 16 << 20

    /// - Parameters:
    ///   - stream: from its beginning.
    ///   - beginning: what it begins with, so much as the longest line has, or all of it.
    ///   - done: how much of the file has been read.
    init(
        _ stream: any ByteStream, _ beginning: [UInt8], options: ImportOptions, file: String,
        done: @escaping () -> Double?
    ) throws {
        (self.file, self.done) = (file, done)
        guard !beginning.starts(with: [0xFF, 0xFE]), !beginning.starts(with: [0xFE, 0xFF]) else {
            throw PointTableError.utf16(file: file)
        }
        var (stream, beginning) = (stream, beginning)
        var isWhole = beginning.count < Self.longestLine
        // Remarks above the rows may be long; a line may not.
        while !isWhole, beginning.count < Self.longestRemarks, beginning.suffix(Self.longestLine).contains(0x0A),
            !PointLayout.hasRows(beginning[...])
        {
            let more = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * beginning.count, alignment: 16)
            defer { more.deallocate() }
            let count = try stream.fill(more)
            isWhole = count < more.count
            beginning = Array(more[..<count])
            stream = ResumedStream(beginning, stream)
        }
        self.stream = stream
        endsWithReturn = !beginning.contains(0x0A) && beginning.contains(0x0D)
        beginning = endsWithReturn ? beginning.map { $0 == 0x0D ? 0x0A : $0 } : beginning
        let mark = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = isWhole ? beginning.count : (beginning.lastIndex(of: 0x0A).map { $0 + 1 } ?? mark)
        let layout: PointLayout
        do throws(CurveFormatError) {
            layout = try PointLayout(of: beginning[mark..<max(mark, end)], file: file)
        } catch {
            guard error == .noCurve(file: file) else { throw error }
            throw isWhole
                ? PointTableError.noPoints(file: file)
                : .lineTooLong(line: 1, limit: Self.longestLine, file: file)
        }
        guard layout.count <= PointTableError.mostColumns else {
            throw PointTableError.tooManyColumns(found: layout.count, limit: PointTableError.mostColumns, file: file)
        }
        axes = try PointAxes(
            names: layout.names, count: layout.count, remarked: layout.remarkedUnits,
            notes: (layout.hasDecimalComma ? [.decimalCommas] : [])
                + (layout.remarkOfFactor.map { [.remarkOfFactor($0)] } ?? []),
            options: options, file: file)
        names = axes.names(layout.names, count: layout.count)
        reader = RowReader(layout: layout, axes: axes)
        line = layout.line
        // The stream begins where it was looked at.
        var skipped = mark + layout.start
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(skipped, 1), alignment: 16)
        defer { buffer.deallocate() }
        while skipped > 0 {
            skipped -= try stream.fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<skipped]))
        }
        pending = []
    }

    var fraction: Double? { done() }

    func next(size: Int) throws(PointTableError) -> PointBlock? {
        guard !isAtTheEnd else { return nil }
        let kept = pending.count
        var bytes = [UInt8](repeating: 0, count: kept + size)
        bytes.replaceSubrange(..<kept, with: pending)
        var failure: PointTableError?
        var count = 0
        bytes.withUnsafeMutableBytes { bytes in
            do throws(PointTableError) {
                count = try stream.fill(UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
            } catch { failure = error }
        }
        if let failure { throw failure }
        isAtTheEnd = count < size
        bytes.removeLast(size - count)
        if endsWithReturn { for index in bytes.indices where bytes[index] == 0x0D { bytes[index] = 0x0A } }
        pending = []
        if !isAtTheEnd {
            let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            pending = ArraySlice(Array(bytes[end...]))
            bytes.removeLast(bytes.count - end)
        }
        let block = TextBlock(bytes, reader, firstLine: line)
        line += block.lines
        if let long = block.longLine ?? (pending.count > Self.longestLine ? line : nil) {
            throw .lineTooLong(line: long, limit: Self.longestLine, file: file)
        }
        return PointBlock(.text(block))
    }
}
