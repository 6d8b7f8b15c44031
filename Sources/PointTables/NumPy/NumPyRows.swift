import CurveFormats

/// The rows of a file of NumPy.
final class NumPyRows: RowStream {
    let names: [String]
    let axes: PointAxes
    let omitted: [String]
    private let columns: NumPyColumns
    private let file: String
    private var row = 0
    private var isBegun = false

    init(_ columns: NumPyColumns, options: ImportOptions, file: String) throws {
        self.columns = columns
        self.file = file
        let given = columns.columns.compactMap(\.name)
        axes = try PointAxes(
            names: given.isEmpty ? nil : given, count: columns.columns.count,
            remarked: RemarkedUnits(mass: columns.massUnit),
            options: options, file: file)
        for axis in [axes.mass, axes.coupling] {
            let type = columns.columns[axis.column].type
            guard type.isNumeric else { throw PointTableError.numPy(.type(type.descriptor), file: file) }
        }
        names = axes.names(given.isEmpty ? nil : given, count: columns.columns.count)
        omitted = columns.omitted
    }

    var fraction: Double? { columns.rows == 0 ? 1 : Double(row) / Double(columns.rows) }

    func next(size: Int) throws(PointTableError) -> PointBlock? {
        guard row < columns.rows || !isBegun else {
            // Checksums are compared at the end alone.
            let end = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
            defer { end.deallocate() }
            for source in columns.sources where source.stream is CheckedStream { _ = try source.stream.read(into: end) }
            return nil
        }
        let rowSize = columns.sources.reduce(0) { $0 + $1.size }
        let count = min(max(size / rowSize, 1), columns.rows - row)
        var bytes: [[UInt8]] = []
        for source in columns.sources {
            var part = [UInt8](repeating: 0, count: count * source.size)
            var failure: PointTableError?
            var found = 0
            part.withUnsafeMutableBytes { part in
                do throws(PointTableError) { found = try source.stream.fill(part) } catch { failure = error }
            }
            if let failure { throw failure }
            guard found == part.count else { throw .brokenOff(file: file) }
            bytes.append(part)
        }
        row += count
        isBegun = true
        return PointBlock(
            .numPy(
                NumPyBlock(
                    bytes, sizes: columns.sources.map(\.size), columns.columns, axes, firstRow: row - count + 1,
                    count: count)))
    }
}
