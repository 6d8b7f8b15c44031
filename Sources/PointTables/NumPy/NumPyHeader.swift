/// What stands before the values of an array: of which type they are, and how many.
struct NumPyHeader: Sendable {
    struct Field: Sendable, Hashable {
        /// nil where the values are no records.
        var name: String?
        var type: NumPyType
        /// In a record [byte].
        var offset: Int
        /// Whether a record has one such value, of a type that is read.
        var isPassed: Bool
    }

    private(set) var fields: [Field] = []
    /// Of a record, or of one value [byte].
    private(set) var itemSize = 0
    let shape: [Int]
    let isFortranOrder: Bool
    /// Where the values begin [byte].
    let start: Int

    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Of a header; one of a few records has some hundred bytes.
    private static let greatestLength = 1 << 16

    /// - Parameter stream: is left where the values begin.
    init(_ stream: any ByteStream, file: String) throws(PointTableError) {
        let prefix = try Self.bytes(8, stream, file)
        guard prefix.starts(with: Self.magic) else { throw .numPy(.badHeader, file: file) }
        guard (1...3).contains(prefix[6]) else { throw .numPy(.version(Int(prefix[6])), file: file) }
        let lengthSize = prefix[6] == 1 ? 2 : 4
        let length = try Self.bytes(lengthSize, stream, file).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.greatestLength else { throw .numPy(.badHeader, file: file) }
        start = 8 + lengthSize + length
        guard case .dictionary(let header)? = NumPyLiteral(try Self.bytes(length, stream, file)[...]),
            case .boolean(let isFortranOrder)? = header["fortran_order"], case .list(let sides)? = header["shape"],
            let descriptor = header["descr"]
        else { throw .numPy(.badHeader, file: file) }
        self.isFortranOrder = isFortranOrder
        var shape: [Int] = []
        for side in sides {
            guard case .integer(let count) = side, count < 1 << 48 else { throw .numPy(.badHeader, file: file) }
            shape.append(count)
        }
        self.shape = shape
        do throws(NumPyFault) { try take(descriptor) } catch { throw .numPy(error, file: file) }
    }

    private static func bytes(
        _ count: Int, _ stream: any ByteStream, _ file: String
    ) throws(PointTableError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        defer { buffer.deallocate() }
        guard try stream.fill(buffer) == count else { throw .brokenOff(file: file) }
        return Array(buffer)
    }

    private mutating func take(_ descriptor: NumPyLiteral) throws(NumPyFault) {
        switch descriptor {
        case .text(let text):
            guard let type = NumPyType(text) else { throw .type(text) }
            fields = [Field(name: nil, type: type, offset: 0, isPassed: type.kind != .other)]
            itemSize = type.size
        case .list(let records):
            for record in records { try take(field: record) }
            guard itemSize > 0 else { throw .badHeader }
        default: throw .badHeader
        }
    }

    private mutating func take(field: NumPyLiteral) throws(NumPyFault) {
        guard case .list(let parts) = field, (2...3).contains(parts.count) else { throw .badHeader }
        let name: String
        switch parts[0] {
        case .text(let text): name = text
        // A title, and then the name.
        case .list(let names): if case .text(let text)? = names.last { name = text } else { throw .badHeader }
        default: throw .badHeader
        }
        // Records in records have no columns of their own.
        guard case .text(let text) = parts[1] else { throw .type(name) }
        guard let type = NumPyType(text) else { throw .type(text) }
        var count = 1
        if parts.count == 3 {
            guard case .list(let sides) = parts[2] else { throw .badHeader }
            for side in sides {
                guard case .integer(let length) = side,
                    case (let product, let isTooLarge) = count.multipliedReportingOverflow(by: length), !isTooLarge,
                    product < 1 << 24
                else { throw .badHeader }
                count = product
            }
        }
        // What stands between the fields has no name.
        let isFiller = name.isEmpty
        fields.append(
            Field(
                name: name, type: type, offset: itemSize, isPassed: parts.count == 2 && type.kind != .other && !isFiller
            ))
        itemSize += type.size * count
        guard itemSize < 1 << 20 else { throw .badHeader }
    }
}
