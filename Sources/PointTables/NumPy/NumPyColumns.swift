/// The columns of a file of NumPy, wherever they stand: one array of records, one table in either order, or an archive of
/// arrays.
struct NumPyColumns {
    /// Values one behind another.
    struct Source {
        var stream: any ByteStream
        /// Of one row [byte].
        var size: Int
    }

    struct Column: Sendable {
        var name: String?
        var type: NumPyType
        /// Which of the sources.
        var source: Int
        /// In a row of it [byte].
        var offset: Int
    }

    var sources: [Source] = []
    var columns: [Column] = []
    var rows = 0
    /// The unit of masses that an array beside them says.
    var massUnit: String?
    /// What is in the file and takes no part: no value for each row, or of no type that is read.
    var omitted: [String] = []

    /// Nothing yet, of so many rows.
    init(rows: Int) { self.rows = rows }

    /// An array that fills a stream from the beginning.
    /// - Parameter section: another stream over the same bytes from a place on; nil where there can be none.
    init(
        _ stream: any ByteStream, section: ((Int) -> any ByteStream)?, file: String
    ) throws(PointTableError) {
        try self.init(NumPyHeader(stream, file: file), stream, section: section, file: file)
    }

    init(
        _ header: NumPyHeader, _ stream: any ByteStream, section: ((Int) -> any ByteStream)?, file: String
    ) throws(PointTableError) {
        rows = header.shape.first ?? 0
        let isTable = header.shape.count == 2 && header.fields.count == 1 && header.fields[0].name == nil
        guard isTable || header.shape.count == 1 && header.fields[0].name != nil else {
            throw .numPy(.shape(header.shape), file: file)
        }
        guard isTable else {
            sources = [Source(stream: stream, size: header.itemSize)]
            for field in header.fields {
                if field.isPassed {
                    columns.append(Column(name: field.name, type: field.type, source: 0, offset: field.offset))
                } else if let name = field.name, !name.isEmpty {
                    omitted.append(name)
                }
            }
            try checkCount(file)
            return
        }
        let (count, type) = (header.shape[1], header.fields[0].type)
        guard type.isNumeric else { throw .numPy(.type(type.descriptor), file: file) }
        if rows == 2, count > 16 { throw .numPy(.transposed(rows: rows, columns: count), file: file) }
        guard count <= PointTableError.mostColumns else {
            throw .tooManyColumns(found: count, limit: PointTableError.mostColumns, file: file)
        }
        let size = type.size
        if header.isFortranOrder, count > 1, rows > 1 {
            guard let section else { throw .notSeekable(.fortranOrder, file: file) }
            for number in 0..<count {
                sources.append(Source(stream: section(header.start + number * rows * size), size: size))
                columns.append(Column(name: nil, type: type, source: number, offset: 0))
            }
        } else {
            sources = [Source(stream: stream, size: size * count)]
            columns = (0..<count).map { Column(name: nil, type: type, source: 0, offset: $0 * size) }
        }
        try checkCount(file)
    }

    private func checkCount(_ file: String) throws(PointTableError) {
        guard columns.count <= PointTableError.mostColumns else {
            throw .tooManyColumns(found: columns.count, limit: PointTableError.mostColumns, file: file)
        }
        guard !columns.isEmpty else { throw .numPy(.noArrays, file: file) }
    }
}
